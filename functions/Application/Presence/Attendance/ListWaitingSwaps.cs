using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Swaps that wait for one person: as the other, as a superior, or as who acts for a superior today.</summary>
public sealed class ListWaitingSwaps(AgencyDirectory register, IShiftSwaps swaps, FindSwapApprovers approvers)
{
    /// <summary>By first date. A swap whose first date is over can no longer hold and waits for nobody.</summary>
    public async Task<Result<ListPage<ShiftSwap>>> ExecuteAsync(
        AgencyId agency, EmployeeId decider, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, decider, cancel) is null)
        {
            return NotFound.Employee(decider, "/deciderId");
        }

        var today = (await register.TodayAsync(agency, cancel))!.Value;
        var days = new DateInterval(today, today.PlusDays(ShiftSwapRules.MostDaysAhead));
        var acting = await approvers.ActingAsync(agency, cancel);
        var waiting = new List<ShiftSwap>();
        await foreach (var swap in swaps.TouchingAsync(agency, days, cancel).Where(s => s.First >= today && s.IsOpen))
        {
            var above = await approvers.OfAsync(agency, swap.Both, acting, cancel);
            if (ShiftSwapRules.WaitsFor(swap, decider, above))
            {
                waiting.Add(swap);
            }
        }

        return waiting.After(after, most, s => $"{LocalDatePattern.Iso.Format(s.First)}_{s.EmployeeId}_{s.Id}");
    }
}
