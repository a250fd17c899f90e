"""The manifests by the API's own JSON schemas, and by what a cluster would not say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from leakbook.storage.settings import Settings

FOLDER = Path(__file__).parents[2] / "deploy/kubernetes"
CUSTOM = ("ScaledObject", "Kustomization")
"""Kinds that are not Kubernetes' own; the tests below look at them."""


def manifests() -> list[dict[str, Any]]:
    found = [one for path in sorted(FOLDER.glob("*.yaml")) for one in yaml.safe_load_all(path.read_text())]
    assert found
    return found


def of(kind: str, name: str = "") -> dict[str, Any]:
    (one,) = [m for m in manifests() if m["kind"] == kind and (not name or m["metadata"]["name"] == name)]
    return one


def pods() -> Iterator[tuple[str, dict[str, Any]]]:
    for one in manifests():
        if one["kind"] in ("Deployment", "Job"):
            yield one["metadata"]["name"], one["spec"]["template"]


@pytest.mark.parametrize("version", ["1.30", "1.37"])
def test_every_manifest_is_as_the_api_server_wants_it(version: str) -> None:
    for one in manifests():
        if one["kind"] not in CUSTOM:
            kubernetes_validate.validate(one, version, strict=True)


def test_a_misspelt_field_would_be_found() -> None:
    wrong = of("Deployment", "leakbook-api")
    wrong["spec"]["template"]["spec"]["containers"][0]["redinessProbe"] = {}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, "1.37", strict=True)


def test_the_kustomization_names_every_file() -> None:
    listed = of_kustomization()["resources"]
    assert sorted(listed) == sorted(p.name for p in FOLDER.glob("*.yaml") if p.name != "kustomization.yaml")


def of_kustomization() -> dict[str, Any]:
    return yaml.safe_load((FOLDER / "kustomization.yaml").read_text())


def test_no_container_is_root_or_may_write_to_its_image() -> None:
    for name, pod in pods():
        spec = pod["spec"]
        assert spec["securityContext"]["runAsNonRoot"] is True, name
        assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert spec["automountServiceAccountToken"] is False
        for container in spec["containers"]:
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }
            assert container["resources"]["requests"]
            assert container["resources"]["limits"]["memory"]


def test_probes_ask_what_they_should() -> None:
    (api,) = of("Deployment", "leakbook-api")["spec"]["template"]["spec"]["containers"]
    assert api["livenessProbe"]["httpGet"]["path"] == "/livez"
    assert api["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert api["readinessProbe"]["timeoutSeconds"] > 4  # two parts, about two seconds each
    (worker,) = of("Deployment", "leakbook-worker")["spec"]["template"]["spec"]["containers"]
    (port,) = [p for p in worker["ports"] if p["name"] == worker["livenessProbe"]["tcpSocket"]["port"]]
    listens = {one["name"]: one["value"] for one in worker["env"]}["LEAKBOOK_METRICS_LISTEN"]
    assert listens == f"0.0.0.0:{port['containerPort']}"


def test_a_worker_has_the_time_to_finish_what_it_has_in_hand() -> None:
    settings = Settings.from_environ({})
    grace = of("Deployment", "leakbook-worker")["spec"]["template"]["spec"]["terminationGracePeriodSeconds"]
    assert grace >= settings.claim_seconds + settings.job_seconds


def test_selectors_budgets_and_policies_fit_the_pods() -> None:
    labels = {name: pod["metadata"]["labels"] for name, pod in pods()}
    selectors = [(m["metadata"]["name"], m["spec"]["selector"]) for m in manifests() if m["kind"] == "Service"]
    for kind, key in (
        ("PodDisruptionBudget", "selector"),
        ("NetworkPolicy", "podSelector"),
        ("Deployment", "selector"),
    ):
        selectors += [(m["metadata"]["name"], m["spec"][key]["matchLabels"]) for m in manifests() if m["kind"] == kind]
    for name, selector in selectors:
        assert any(selector.items() <= pod.items() for pod in labels.values()), name


def test_what_containers_mount_and_read_exists() -> None:
    known = {(m["kind"], m["metadata"]["name"]) for m in manifests() if m["kind"] != "Kustomization"}
    for name, pod in pods():
        volumes = {volume["name"] for volume in pod["spec"]["volumes"]}
        for volume in pod["spec"]["volumes"]:
            if "persistentVolumeClaim" in volume:
                assert ("PersistentVolumeClaim", volume["persistentVolumeClaim"]["claimName"]) in known
        for container in pod["spec"]["containers"]:
            assert {mount["name"] for mount in container["volumeMounts"]} == volumes, name
            assert {"configMapRef": {"name": "leakbook"}} in container["envFrom"]
        assert ("ServiceAccount", pod["spec"]["serviceAccountName"]) in known


def test_workers_are_scaled_by_the_queue_and_by_nothing_else() -> None:
    scaled = of("ScaledObject")
    worker = of("Deployment", scaled["spec"]["scaleTargetRef"]["name"])
    assert "replicas" not in worker["spec"]
    assert scaled["apiVersion"] == "keda.sh/v1alpha1"
    assert 1 <= scaled["spec"]["minReplicaCount"] <= scaled["spec"]["maxReplicaCount"]
    (trigger,) = scaled["spec"]["triggers"]
    assert trigger["type"] == "prometheus"
    assert {"serverAddress", "query", "threshold"} <= set(trigger["metadata"])
    assert all(isinstance(value, str) for value in trigger["metadata"].values())
    assert of("HorizontalPodAutoscaler")["spec"]["scaleTargetRef"]["name"] == "leakbook-api"


def test_no_secret_is_shipped() -> None:
    assert not [m for m in manifests() if m["kind"] == "Secret"]
    assert "://" not in of("ConfigMap")["data"].get("LEAKBOOK_DATABASE_URL", "")
