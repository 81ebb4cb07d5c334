"""What the official Python client sees of a server, as one JSON object. See python-client.spec.ts."""

import io
import json
import sys

import replicate
from replicate.exceptions import ModelError, ReplicateError
from replicate.pagination import paginate
from replicate.webhook import Webhooks

base_url, token, latest, older, data_url, webhook = sys.argv[1:]
client = replicate.Client(api_token=token, base_url=base_url)
model = "abiruyt/text-extract-ocr"


def error_of(call):
    try:
        call()
    except (ModelError, ReplicateError) as error:
        return str(error)
    return None


seen = {}
seen["by_version"] = [client.run(f"{model}:{version}", input={"image": data_url}) for version in (latest, older)]
seen["by_name"] = client.run(model, input={"image": data_url})
seen["polled"] = client.run("lectern/sleep", input={"seconds": 0.2}, wait=False)
seen["failed"] = error_of(lambda: client.run("lectern/sleep", input={"fail": "the lamp went out"}))

created = client.predictions.create(model="lectern/sleep", input={"seconds": 60})
seen["created"] = created.status
created.cancel()
seen["canceled"] = created.status
again = client.predictions.get(created.id)
again.cancel()
seen["canceled_again"] = again.status

seen["pages"] = [len(page.results) for page in paginate(client.predictions.list)]

file = client.files.create(io.BytesIO(b"hello"), filename="a.txt", metadata={"shelf": "a"})
seen["file"] = [file.name, file.size, file.metadata, client.files.get(file.id).etag == file.etag]
client.files.delete(file.id)
seen["deleted"] = error_of(lambda: client.files.get(file.id))
seen["empty_file"] = client.files.create(io.BytesIO(b""), filename="empty").size

described = client.models.get(model)
seen["model"] = [described.owner, described.name, described.latest_version.id]
seen["versions"] = [version.id for version in described.versions.list()]
seen["models"] = len(client.models.list().results) > 0
seen["hardware"] = [[hardware.sku, hardware.name] for hardware in client.hardware.list()]
seen["account"] = client.accounts.current().username

streamed = client.stream("replicate/canary", input={"text": "one two"})
seen["stream"] = [[event.event.value, event.data] for event in streamed]

secret = client.webhooks.default.secret()
client.predictions.create(
    model="replicate/canary",
    input={"text": "Grüße 日本"},
    webhook=webhook,
    webhook_events_filter=["completed"],
).wait()
# The test hands over what its receiver got.
print("ready", flush=True)
message = json.loads(sys.stdin.readline())
seen["validated"] = Webhooks.validate(headers=message["headers"], body=message["body"], secret=secret)

stranger = replicate.Client(api_token="lect_of_nobody", base_url=base_url)
seen["stranger"] = error_of(lambda: stranger.predictions.list())

print(json.dumps(seen))
