"""The Kustomize base is what Kubernetes takes, and confines every pod as the documents say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from starlette.testclient import TestClient

from bot.settings import Settings
from tests.deploy.checking import manifests, of_kind, ran
from tests.support.running import NOWHERE, serving

VERSION = "1.31"


def pods() -> Iterator[dict[str, Any]]:
    for manifest in manifests():
        if manifest["kind"] == "Deployment":
            yield manifest["spec"]["template"]["spec"]
        elif manifest["kind"] == "CronJob":
            yield manifest["spec"]["jobTemplate"]["spec"]["template"]["spec"]


def containers() -> list[dict[str, Any]]:
    return [container for pod in pods() for container in pod["containers"]]


def test_kubernetes_takes_every_manifest(tmp_path: Path) -> None:
    file = tmp_path / "all.yaml"
    with file.open("w", encoding="utf-8") as written:
        YAML().dump_all(manifests(), written)
    checked = ran("kubernetes-validate", "--strict", "-k", VERSION, file)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    file.write_text(
        file.read_text(encoding="utf-8").replace("readOnlyRootFilesystem", "readOnlyRoot"), encoding="utf-8"
    )
    assert ran("kubernetes-validate", "--strict", "-k", VERSION, file).returncode != 0, "a word that is none is seen"


def test_every_container_is_confined_and_has_limits() -> None:
    assert [container["name"] for container in containers()] == ["app", "engine", "backup"]
    for container in containers():
        context = container["securityContext"]
        assert context["runAsNonRoot"] is True and context["runAsUser"] > 0 and context["runAsGroup"] > 0
        assert context["readOnlyRootFilesystem"] is True
        assert context["allowPrivilegeEscalation"] is False and context["privileged"] is False
        assert context["capabilities"] == {"drop": ["ALL"]}
        assert set(container["resources"]["limits"]) == set(container["resources"]["requests"]) == {"cpu", "memory"}
    for pod in pods():
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["automountServiceAccountToken"] is False
        assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod)
        assert not [volume for volume in pod["volumes"] if "hostPath" in volume]


def test_secrets_are_only_referred_to() -> None:
    assert of_kind("Secret") == []
    for container in containers():
        for entry in container.get("env", []):
            secret = any(
                word in entry["name"] for word in ("TOKEN", "KEYS", "PASSWORD", "SECRET", "DATABASE_URL", "SMTP")
            )
            assert not secret or "secretKeyRef" in entry["valueFrom"], entry["name"]
    settings = next(one for one in of_kind("ConfigMap") if one["metadata"]["name"] == "woningscan-settings")
    known = {f"WONINGSCAN_{name.upper()}" for name in Settings.model_fields} | {"FORWARDED_ALLOW_IPS"}
    assert set(settings["data"]) <= known
    app = containers()[0]
    assert {entry["name"] for entry in app["env"] if entry["name"].startswith("WONINGSCAN_")} <= known


def test_the_engine_gets_its_token_and_nothing_else() -> None:
    engine = containers()[1]
    assert [entry["name"] for entry in engine["env"]] == ["HOME", "WONINGSCAN_ENGINE_TOKEN"] and "envFrom" not in engine
    assert {mount["name"] for mount in engine["volumeMounts"]} == {"engine-socket", "engine-tmp"}
    assert "ports" not in engine


def test_app_and_engine_are_two_users_that_share_the_sockets_group() -> None:
    app, engine = (container["securityContext"] for container in containers()[:2])
    assert app["runAsUser"] != engine["runAsUser"]
    assert next(pods())["securityContext"]["fsGroup"] == engine["runAsGroup"]


@pytest.mark.parametrize("probe", ["startupProbe", "livenessProbe", "readinessProbe"])
def test_the_real_app_answers_each_probe(probe: str, tmp_path: Path) -> None:
    """Under the name that the probe gives, with the engine away and every other name refused."""
    asked = containers()[0][probe]["httpGet"]
    (host,) = [header["value"] for header in asked["httpHeaders"] if header["name"] == "Host"]
    settings = Settings(data_dir=tmp_path, public_url="https://woningscan.example.nl", **NOWHERE)
    with serving(settings) as client:
        here = TestClient(client.app, base_url="http://10.1.2.3:8080")
        assert here.get(asked["path"], headers={"host": host}).status_code == 200
        assert here.get(asked["path"]).status_code == 400, "which is why the probe names a host"


def test_nothing_reaches_anything_but_what_is_named() -> None:
    policies = {policy["metadata"]["name"]: policy["spec"] for policy in of_kind("NetworkPolicy")}
    assert policies["nothing"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    assert "ingress" not in policies["backup"]
    reached = [port["port"] for rule in policies["app"]["ingress"] for port in rule["ports"]]
    declared = [port["containerPort"] for port in containers()[0]["ports"]]
    assert reached == declared == [8080, 9464]
    for policy in policies.values():
        for rule in [*policy.get("ingress", []), *policy.get("egress", [])]:
            assert rule.get("from") or rule.get("to"), "a rule without one is for everybody"


def test_an_update_never_runs_two_versions_and_an_eviction_leaves_one() -> None:
    (deployment,) = of_kind("Deployment")
    (budget,) = of_kind("PodDisruptionBudget")
    assert deployment["spec"]["strategy"] == {"type": "Recreate"}
    assert budget["spec"]["minAvailable"] < deployment["spec"]["replicas"]
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    assert budget["spec"]["selector"]["matchLabels"] == deployment["spec"]["selector"]["matchLabels"] == labels
    assert of_kind("Service")[0]["spec"]["selector"] == labels


def test_it_stays_in_its_namespace_under_the_strictest_standard() -> None:
    (namespace,) = of_kind("Namespace")
    assert namespace["metadata"]["labels"]["pod-security.kubernetes.io/enforce"] == "restricted"
    assert {one["metadata"].get("namespace") for one in manifests() if one is not namespace} == {"woningscan"}
    assert "latest" not in json.dumps([one for one in containers() if one["name"] == "backup"])
