/**
 * What our files use of two published schemas, written after their definitions: the order of elements, the attributes
 * each may and must have, and their types. The schemas themselves are not packaged anywhere this project may fetch
 * from; all that stands here is as strict as they are, and anything else is refused.
 */

const PLACE = ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT'].map(optionalFloat).join('');

/** ALTO 4.4 (loc.gov/standards/alto, alto-4-4.xsd). */
export const altoSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.loc.gov/standards/alto/ns-v4#"
  targetNamespace="http://www.loc.gov/standards/alto/ns-v4#" elementFormDefault="qualified">
<xs:element name="alto"><xs:complexType><xs:sequence>
  <xs:element name="Description"><xs:complexType><xs:sequence>
    <xs:element name="MeasurementUnit"><xs:simpleType><xs:restriction base="xs:string">
      <xs:enumeration value="pixel"/><xs:enumeration value="mm10"/><xs:enumeration value="inch1200"/>
    </xs:restriction></xs:simpleType></xs:element>
    <xs:element name="sourceImageInformation" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="fileName" type="xs:string" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="Processing" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="processingCategory" type="category" minOccurs="0"/>
      <xs:element name="processingSoftware" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:element name="softwareName" type="xs:string" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence><xs:attribute name="ID" type="xs:ID" use="required"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Tags" minOccurs="0"><xs:complexType><xs:sequence>
    <xs:element name="LayoutTag" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="ID" type="xs:ID" use="required"/><xs:attribute name="LABEL" type="xs:string" use="required"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Layout"><xs:complexType><xs:sequence>
    <xs:element name="Page" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="PrintSpace" minOccurs="0"><xs:complexType>
        <xs:group ref="blocks" minOccurs="0" maxOccurs="unbounded"/>${PLACE}
      </xs:complexType></xs:element>
    </xs:sequence>
      <xs:attribute name="ID" type="xs:ID" use="required"/>
      <xs:attribute name="PHYSICAL_IMG_NR" type="xs:float" use="required"/>
      ${optionalFloat('WIDTH')}${optionalFloat('HEIGHT')}
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:sequence><xs:attribute name="SCHEMAVERSION" type="xs:string"/></xs:complexType></xs:element>
<xs:group name="blocks"><xs:choice>
  <xs:element name="TextBlock"><xs:complexType><xs:sequence>
    <xs:element name="TextLine" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:sequence maxOccurs="unbounded">
        <xs:element name="String"><xs:complexType>
          <xs:attribute name="ID" type="xs:ID"/><xs:attribute name="CONTENT" type="xs:string" use="required"/>
          <xs:attribute name="WC" type="sureness"/><xs:attribute name="CS" type="xs:boolean"/>${PLACE}
        </xs:complexType></xs:element>
        <xs:element name="SP" minOccurs="0"><xs:complexType/></xs:element>
      </xs:sequence><xs:attribute name="ID" type="xs:ID"/>${PLACE}
    </xs:complexType></xs:element>
  </xs:sequence><xs:attributeGroup ref="block"/></xs:complexType></xs:element>
  <xs:element name="ComposedBlock"><xs:complexType>
    <xs:group ref="blocks" minOccurs="0" maxOccurs="unbounded"/>
    <xs:attributeGroup ref="block"/><xs:attribute name="TYPE" type="xs:string"/>
  </xs:complexType></xs:element>
</xs:choice></xs:group>
<xs:attributeGroup name="block">
  <xs:attribute name="ID" type="xs:ID" use="required"/><xs:attribute name="TAGREFS" type="xs:IDREFS"/>${PLACE}
</xs:attributeGroup>
<xs:simpleType name="category"><xs:list><xs:simpleType><xs:restriction base="xs:string">
  <xs:enumeration value="contentGeneration"/><xs:enumeration value="contentModification"/>
</xs:restriction></xs:simpleType></xs:list></xs:simpleType>
${sureness()}
</xs:schema>`;

/** PAGE XML of 2019-07-15 (PRImA, pagecontent.xsd). */
export const pageSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
  targetNamespace="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15" elementFormDefault="qualified">
<xs:element name="PcGts"><xs:complexType><xs:sequence>
  <xs:element name="Metadata"><xs:complexType><xs:sequence>
    <xs:element name="Creator" type="xs:string"/>
    <xs:element name="Created" type="xs:dateTime"/>
    <xs:element name="LastChange" type="xs:dateTime"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Page"><xs:complexType><xs:sequence>
    <xs:element name="ReadingOrder" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="OrderedGroup"><xs:complexType><xs:sequence>
        <xs:element name="RegionRefIndexed" maxOccurs="unbounded"><xs:complexType>
          <xs:attribute name="index" type="xs:int" use="required"/>
          <xs:attribute name="regionRef" type="xs:IDREF" use="required"/>
        </xs:complexType></xs:element>
      </xs:sequence><xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:group ref="regions" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
    <xs:attribute name="imageFilename" type="xs:string" use="required"/>
    <xs:attribute name="imageWidth" type="xs:int" use="required"/>
    <xs:attribute name="imageHeight" type="xs:int" use="required"/>
  </xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>
<xs:group name="regions"><xs:choice>
  <xs:element name="TextRegion" type="textRegion"/>
  <xs:element name="TableRegion"><xs:complexType><xs:sequence>
    <xs:element name="Coords" type="coords"/>
    <xs:group ref="regions" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
    <xs:attribute name="id" type="xs:ID" use="required"/>
    <xs:attribute name="rows" type="xs:int"/><xs:attribute name="columns" type="xs:int"/>
  </xs:complexType></xs:element>
</xs:choice></xs:group>
<xs:complexType name="textRegion"><xs:sequence>
  <xs:element name="Coords" type="coords"/>
  <xs:element name="Roles" minOccurs="0"><xs:complexType><xs:sequence>
    <xs:element name="TableCellRole" minOccurs="0"><xs:complexType>
      <xs:attribute name="rowIndex" type="xs:int" use="required"/>
      <xs:attribute name="columnIndex" type="xs:int" use="required"/>
      <xs:attribute name="rowSpan" type="xs:int"/><xs:attribute name="colSpan" type="xs:int"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="TextLine" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="Coords" type="coords"/>
    <xs:element name="Word" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="Coords" type="coords"/>
      <xs:element name="TextEquiv" type="equivalent" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence><xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType></xs:element>
    <xs:element name="TextEquiv" type="equivalent" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence><xs:attribute name="id" type="xs:ID" use="required"/></xs:complexType></xs:element>
  <xs:element name="TextEquiv" type="equivalent" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence>
  <xs:attribute name="id" type="xs:ID" use="required"/>
  <xs:attribute name="custom" type="xs:string"/>
  <xs:attribute name="type"><xs:simpleType><xs:restriction base="xs:string">
    <xs:enumeration value="paragraph"/><xs:enumeration value="heading"/><xs:enumeration value="header"/>
    <xs:enumeration value="footer"/><xs:enumeration value="marginalia"/>
  </xs:restriction></xs:simpleType></xs:attribute>
</xs:complexType>
<xs:complexType name="equivalent"><xs:sequence><xs:element name="Unicode" type="xs:string"/></xs:sequence>
  <xs:attribute name="conf" type="sureness"/>
</xs:complexType>
<xs:complexType name="coords"><xs:attribute name="points" use="required"><xs:simpleType>
  <xs:restriction base="xs:string"><xs:pattern value="([0-9]+,[0-9]+ )+([0-9]+,[0-9]+)"/></xs:restriction>
</xs:simpleType></xs:attribute></xs:complexType>
${sureness()}
</xs:schema>`;

function optionalFloat(name: string): string {
  return `<xs:attribute name="${name}" type="xs:float"/>`;
}

function sureness(): string {
  return `<xs:simpleType name="sureness"><xs:restriction base="xs:float">
  <xs:minInclusive value="0"/><xs:maxInclusive value="1"/></xs:restriction></xs:simpleType>`;
}
