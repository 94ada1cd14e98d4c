using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Who approves swaps, by the register of today: the nearest superior of each who is neither of them, and who acts for
/// that one. Nobody acts whom one of the two rates, and nobody who has left service.
/// </summary>
public sealed class FindSwapApprovers(AgencyDirectory register, IDelegations delegations)
{
    public async Task<IReadOnlyList<SwapApprover>> OfAsync(
        AgencyId agency, IReadOnlyList<EmployeeId> both, CancellationToken cancel) =>
        await OfAsync(agency, both, await ActingAsync(agency, cancel), cancel);

    /// <summary>The agency's delegations that hold today, for whoever looks at many swaps.</summary>
    internal Task<IReadOnlyList<Delegation>> ActingAsync(AgencyId agency, CancellationToken cancel) =>
        delegations.ListHoldingTodayAsync(register, agency, cancel);

    internal async Task<IReadOnlyList<SwapApprover>> OfAsync(
        AgencyId agency, IReadOnlyList<EmployeeId> both, IReadOnlyList<Delegation> acting, CancellationToken cancel)
    {
        var line = SuperiorLine.In(register, agency, cancel);
        var (people, superiors) = (new List<Employee>(), new List<EmployeeId>());
        foreach (var id in both)
        {
            if (await register.FindEmployeeAsync(agency, id, cancel) is not { } person)
            {
                continue;
            }

            people.Add(person);
            if (await line.AboveAsync(person, both, cancel) is { } superior)
            {
                superiors.Add(superior);
            }
        }

        var approvers = new List<SwapApprover>();
        foreach (var superior in superiors.Distinct())
        {
            var deputies = new List<EmployeeId>();
            foreach (var id in acting.Where(d => d.RaterId == superior).Select(d => d.DelegateId).Distinct())
            {
                if (!both.Contains(id) && await register.FindEmployeeAsync(agency, id, cancel) is { } deputy
                    && people.TrueForAll(person => DelegationRules.MayActFor(person, deputy)))
                {
                    deputies.Add(id);
                }
            }

            approvers.Add(new SwapApprover(superior, deputies));
        }

        return approvers;
    }
}
