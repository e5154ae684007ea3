#!/bin/bash
# Holds the manifests against the schemas of the Kubernetes API, and runs their commands as pods would. Python is $PYTHON,
# or python3; it needs the package kubernetes-validate, which carries the schemas.
# shellcheck source=contrib/checks.sh
. "$(dirname "$0")/../checks.sh"
python=${PYTHON:-python3}
needs_module "$python" kubernetes_validate

valid() { # VERSION FILE...
    local version=$1
    shift
    "$python" -m kubernetes_validate --strict --kubernetes-version "$version" "$@"
}
for version in 1.33.0 1.37.0; do
    check "the manifests follow the schema of Kubernetes $version" valid $version "$here/job.yaml" "$here/merge.yaml"
done
sed 's/completionMode/completionMood/' "$here/job.yaml" >misspelt.yaml
refused() { ! valid 1.33.0 misspelt.yaml; }
check "a misspelt key is found" refused

# What the API server demands beyond the schema, as far as it concerns these manifests.
cat >rules.py <<'EOT'
import sys

import yaml

for path in sys.argv[1:]:
    job = yaml.safe_load(open(path))["spec"]
    pod = job["template"]["spec"]
    containers = {container["name"] for container in pod["containers"]}
    volumes = {volume["name"] for volume in pod["volumes"]}
    mounts = {mount["name"] for container in pod["containers"] for mount in container["volumeMounts"]}
    assert mounts == volumes, (mounts, volumes)
    rules = job.get("podFailurePolicy", {}).get("rules", [])
    assert not rules or pod["restartPolicy"] == "Never", "a failure policy needs pods that are not restarted"
    assert "backoffLimitPerIndex" not in job or job["completionMode"] == "Indexed", "limits per index need indices"
    for rule in rules:
        assert rule["action"] != "FailIndex" or "backoffLimitPerIndex" in job, "FailIndex needs a limit per index"
        codes = rule.get("onExitCodes")
        assert codes is None or codes["containerName"] in containers and 0 not in codes["values"], codes
EOT
check "and what the server demands besides" "$python" rules.py "$here/job.yaml" "$here/merge.yaml"

# A pod: its arguments, in the folder of the volume.
cat >pods.py <<'EOT'
import os
import subprocess
import sys

import yaml

job = yaml.safe_load(open(sys.argv[1]))["spec"]
(container,) = job["template"]["spec"]["containers"]
assert container["workingDir"] == container["volumeMounts"][0]["mountPath"]
command = [os.environ["PLAATSWIJZER"], *container["args"]]
pods = [subprocess.Popen(command, cwd=sys.argv[2]) for _ in range(job.get("completions", 1))]
sys.exit(max(pod.wait() for pod in pods))
EOT
mkdir volume
cp dorp.json volume
cp small.json volume/batch.json
check "the pods do the batch" "$python" pods.py "$here/job.yaml" volume
check "the second job joins their results" "$python" pods.py "$here/merge.yaml" volume
check "which are the bytes of the whole" is_whole volume/results

summarise
