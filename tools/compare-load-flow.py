"""Compares the transformers of an electrical design with an AC load flow and an IEC 60909 fault calculation of pandapower.

    python tools/compare-load-flow.py design.json

design.json is an ElectricalDesign as `designElectrical` returns it. The load flow starts at the service of the grid with 1.0 per
unit and no tap changer, knows voltages and reactive power, and takes the loads of low-voltage switchgear and of cooling at the
peak as they stand: UPS, busways and feeds have no model there. Prints the error of the design's scalar model as JSON, in per cent
of the load flow.
"""

import json
import math
import sys

import pandapower as pp
import pandapower.shortcircuit as sc

TRANSFORMERS = {"grid-transformer", "transformer", "mechanical-transformer"}
# What stands below these has no model in a load flow of the AC network.
LOADS = {"low-voltage-switchgear", "mechanical-transformer"}


def build(design):
    equipment = {each["id"]: each for each in design["equipment"]}
    assumed = {each["option"]: each["value"] for each in design["assumptions"]}
    power_factor = float(assumed["powerFactor"])
    fault_mva = json.loads(assumed["interconnect"]).get("faultMva", 1e6)
    net = pp.create_empty_network(f_hz=60 if design["code"] == "NEC" else 50)
    buses, transformers = {}, {}

    def bus_of(name):
        """The bus that a thing feeds others from; what is no transformer is a part of the bus above it."""
        if name in buses:
            return buses[name]
        each = equipment[name]
        above = each["upstream"]
        if not above or each["kind"] in TRANSFORMERS:
            buses[name] = pp.create_bus(net, vn_kv=each["volts"] / 1000, name=name)
            if not above:
                pp.create_ext_grid(net, buses[name], vm_pu=1.0, s_sc_max_mva=fault_mva, rx_max=0.1)
        else:
            buses[name] = bus_of(above[0])
            for other in above[1:]:
                # Parallel transformers feed one bus; a spare one that stands by stays open.
                if each["upstreamMode"] == "share" and equipment[other]["kind"] in TRANSFORMERS:
                    buses[other] = buses[name]
        return buses[name]

    live = [each for each in design["equipment"] if "generator" not in each["kind"]]
    for each in live:
        if each["kind"] in TRANSFORMERS or each["kind"] in LOADS or "voltage-switchgear" in each["kind"]:
            bus_of(each["id"])
    for each in live:
        name = each["id"]
        if each["kind"] in TRANSFORMERS:
            data, kva = each["transformer"], each["ratedKva"]
            above = equipment[each["upstream"][0]]
            transformers[name] = pp.create_transformer_from_parameters(
                net,
                hv_bus=bus_of(each["upstream"][0]),
                lv_bus=buses[name],
                sn_mva=kva / 1000,
                vn_hv_kv=above["volts"] / 1000,
                vn_lv_kv=each["volts"] / 1000,
                vk_percent=data["impedancePercent"],
                vkr_percent=100 * data["loadLossKw"] / kva,
                pfe_kw=data["noLoadLossKw"],
                i0_percent=0.3,
                name=name,
            )
        if each["kind"] in LOADS:
            kw = each["peakKw"]
            pp.create_load(net, buses[name], p_mw=kw / 1000, q_mvar=kw / 1000 * math.tan(math.acos(power_factor)))
    return net, equipment, transformers, buses, power_factor


def percent(model, reference):
    return round(100 * (model / reference - 1), 3)


def compare(design):
    net, equipment, transformers, buses, power_factor = build(design)
    pp.runpp(net, init="dc", numba=False)
    loading, losses = [], []
    for name, index in transformers.items():
        each, found = equipment[name], net.res_trafo.loc[index]
        model = 100 * each["peakKw"] / (each["ratedKva"] * power_factor)
        if model > 5:
            loading.append(model - found.loading_percent)
            losses.append(percent(each["lossPeakKw"], found.pl_mw * 1000))
    grid = sum(each["peakKw"] for each in design["equipment"] if each["kind"] == "utility")
    flow = net.res_ext_grid.p_mw.sum() * 1000
    lost = sum(equipment[name]["lossPeakKw"] for name in transformers)
    result = {
        "transformers": len(transformers),
        "grid_kw": {"model": round(grid, 3), "load_flow": round(flow, 3), "error_percent": percent(grid, flow)},
        "transformer_losses_kw": {
            "model": round(lost, 3),
            "load_flow": round(net.res_trafo.pl_mw.sum() * 1000, 3),
            "error_percent": percent(lost, net.res_trafo.pl_mw.sum() * 1000),
        },
        "loading_error_points": {"least": round(min(loading), 3), "most": round(max(loading), 3)},
        "single_loss_error_percent": {"least": min(losses), "most": max(losses)},
        "lowest_voltage_pu": round(float(net.res_bus.vm_pu.min()), 4),
    }
    low = [each for each in design["equipment"] if each["kind"] == "low-voltage-switchgear"]
    sc.calc_sc(net, fault="3ph", case="max", ip=False, ith=False)
    errors = [percent(each["faultAmps"] / 1000, net.res_bus_sc.ikss_ka.loc[buses[each["id"]]]) for each in low]
    result["fault_error_percent"] = {"least": min(errors), "most": max(errors)}
    return result


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print(json.dumps(compare(json.load(file)), indent=2))
