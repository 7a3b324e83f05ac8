# SPDX-License-Identifier: LGPL-2.1-or-later
"""Largest remainder as an OpenFisca rule: a budget that a group's members share.

OpenFisca keeps whole numbers in 32 bits and all others as 32-bit floats. Budgets in øre do not fit
in the first, so they are floats here, as its own countries' rules have them.
"""
import numpy as np


def make_system():
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    member = build_entity("municipality", "municipalities", "Kommune", is_person=True)
    group = build_entity("arrangement", "arrangements", "Ordning",
                         roles=[{"key": "payer", "plural": "payers"}])

    class weight(Variable):  # pylint: disable=invalid-name
        value_type = float
        entity = member
        definition_period = DateUnit.YEAR

    class budget(Variable):  # pylint: disable=invalid-name
        value_type = float
        entity = group
        definition_period = DateUnit.YEAR

    class share(Variable):  # pylint: disable=invalid-name
        value_type = float
        entity = member
        definition_period = DateUnit.YEAR

        def formula(municipality, period):  # pylint: disable=no-self-argument
            weights = municipality("weight", period)
            arrangement = municipality.arrangement
            total = arrangement("budget", period)
            exact = total * weights / arrangement.sum(municipality("weight", period))
            floors = np.floor(exact)
            left = total - arrangement.sum(floors)
            return floors + (municipality.get_rank(arrangement, floors - exact) < left)

    system = TaxBenefitSystem([member, group])
    for variable in (weight, budget, share):
        system.add_variable(variable)
    return system


def prepare(totals, weights):
    """The population is built here and not timed; a function that sets the inputs and computes."""
    from openfisca_core.simulations import SimulationBuilder

    system = make_system()
    m, n = len(totals), len(weights)
    groups = [str(i) for i in range(m)]

    def work():
        simulation.set_input("weight", "2024", np.tile(weights, m))
        simulation.set_input("budget", "2024", totals)
        try:
            return simulation.calculate("share", "2024").reshape(m, n)
        finally:
            for name in ("weight", "budget", "share"):
                simulation.delete_arrays(name)

    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("municipality", np.arange(m * n))
    instance = builder.declare_entity("arrangement", groups)
    builder.join_with_persons(instance, np.repeat(groups, n), ["payer"] * (m * n))
    simulation = builder.build(system)
    return work
