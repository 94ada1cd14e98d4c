using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

/// <summary>
/// Keeps days of a reward for a leave before that is written, and gives them back before it is called off. Each reward
/// counts in its own row, so that two leaves at once never take the same day. Done again it changes nothing.
/// </summary>
public sealed class TakeRewardDays(IEntitlements entitlements)
{
    private const int MostTries = 5;

    /// <summary>Null when the days are kept.</summary>
    public async Task<Refusal?> TakeAsync(
        AgencyId agency, EmployeeId employee, TakenDays asked, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var granted = await entitlements.ListAsync(agency, employee, cancel);
            if (!RewardLeaveRules.Take(granted, asked).TryGet(out var changed, out var refusal))
            {
                return refusal;
            }

            if (await WriteAsync(agency, granted, changed, cancel))
            {
                return null;
            }
        }

        return Refusal.Stale("Others changed this person's rewards meanwhile.");
    }

    /// <summary>Null when the leave uses no day of any reward.</summary>
    public async Task<Refusal?> ReleaseAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, string reference, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var granted = await entitlements.ListAsync(agency, employee, cancel);
            var changed = RewardLeaveRules.Release(granted, from, reference).ToList();
            if (changed.Count == 0)
            {
                return null;
            }

            await WriteAsync(agency, granted, changed, cancel);
        }

        return Refusal.Stale("Others changed this person's rewards meanwhile.");
    }

    /// <summary>In order; false at the first reward that is no longer what was looked at.</summary>
    private async Task<bool> WriteAsync(
        AgencyId agency, IReadOnlyList<Entitlement> seen, IReadOnlyList<Entitlement> changed, CancellationToken cancel)
    {
        foreach (var next in changed)
        {
            var found = await entitlements.FindAsync(agency, next.EmployeeId, next.Kind, next.From, cancel);
            if (found is null || !seen.Contains(found.Value)
                || !await entitlements.ReplaceAsync(agency, next, found.Tag, cancel))
            {
                return false;
            }
        }

        return true;
    }
}
