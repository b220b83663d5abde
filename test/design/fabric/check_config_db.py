"""Checks SONiC configurations with schemas that others made from SONiC's YANG models: package osism, Apache-2.0.

Reads {device: config_db} from standard input and writes {"errors": [...], "unchecked": [...]} to standard output. The package's
validator needs pydantic alone; its other dependencies are not loaded. Beside its errors, a field that the models do not have is
one: SONiC itself refuses it.
"""

import importlib.metadata
import json
import sys
import types
import typing


def load():
    """Imports the validator without the packages around it."""
    distribution = importlib.metadata.distribution("osism")
    path = ""
    for name in ("osism", "tasks", "conductor", "sonic"):
        path = f"{path}/{name}" if path else name
        module = types.ModuleType(path.replace("/", "."))
        module.__path__ = [str(distribution.locate_file(path))]
        sys.modules[module.__name__] = module
    from osism.tasks.conductor.sonic._generated import TABLE_MODELS
    from osism.tasks.conductor.sonic.validator import validate_config

    return validate_config, TABLE_MODELS


def fields_of(model):
    """Names that the rows of a table may have; none when they are free, as those of maps are."""
    rows = typing.get_args(model.model_fields["root"].annotation)[1]
    names = set()
    for row in typing.get_args(rows) or (rows,):
        for name, field in row.model_fields.items():
            names.add(field.alias or name)
    return names if names != {"name"} else set()


def main():
    validate_config, models = load()
    errors, unchecked = [], set()
    for device, config in json.load(sys.stdin).items():
        result = validate_config(config)
        errors += [f"{device}: {each.table} {each.path}: {each.message}" for each in result.errors]
        unchecked.update(result.warnings)
        for table, rows in config.items():
            known = fields_of(models[table]) if table in models else set()
            for key, row in rows.items():
                strange = sorted(set(row) - known) if known else []
                errors += [f"{device}: {table} {key}: no field {name}" for name in strange]
    json.dump({"errors": errors, "unchecked": sorted(unchecked)}, sys.stdout)


main()
