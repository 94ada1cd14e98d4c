using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.FollowUp;

/// <summary>
/// From a year's unexcused absences to proposals of the ladder's tiers (PP 94/2021), one a person, year and tier. The
/// heaviest tier that is reached is proposed; nothing happens by it. Whoever turns out to have had a reason has the
/// proposal lapse.
/// </summary>
public static class AbsenceProposalRules
{
    /// <summary>
    /// Every proposal of the person's year as it is to stand now; those that stay as they are come back as they came.
    /// </summary>
    /// <param name="agency">Whose person it is.</param>
    /// <param name="year">The year's absences so far.</param>
    /// <param name="known">The person's proposals of that year by tier, lapsed ones too.</param>
    /// <param name="policyVersion">The policy that has absences raise proposals.</param>
    /// <param name="now">When it was found.</param>
    public static IReadOnlyList<Proposal> Settle(
        AgencyId agency, AbsenceYear year, IReadOnlyCollection<Proposal> known, string policyVersion, Instant now)
    {
        var reached = year.Proposal;
        var settled = known
            .Where(p => p.Basis.Absence!.Tier != reached?.Tier)
            .Select(p => ProposalRules.Withdraw(p, WhyGone(p, reached), now)).ToList();
        if (reached is null || known.Any(p => p.Decision is not null && p.Basis.Absence!.Tier >= reached.Tier))
        {
            return [.. settled, .. known.Where(p => p.Basis.Absence!.Tier == reached?.Tier)];
        }

        var basis = new ProposalBasis(
            AppraisalPeriod.OfYear(year.Year), null, null, policyVersion)
        { Absence = reached };
        var before = known.FirstOrDefault(p => p.Basis.Absence!.Tier == reached.Tier);
        return [.. settled, ProposalRules.Raise(agency, ProposalKind.Discipline, year.EmployeeId, basis, before, now)];
    }

    /// <summary>The person's absences are not for this agency to judge any more; what was decided stays.</summary>
    public static IReadOnlyList<Proposal> Leave(IReadOnlyCollection<Proposal> known, Instant now) =>
        [.. known.Select(p => ProposalRules.Withdraw(p, WithdrawalReason.NoLongerHere, now))];

    private static WithdrawalReason WhyGone(Proposal known, AbsenceProposal? reached) =>
        reached is not null && reached.Tier > known.Basis.Absence!.Tier
            ? WithdrawalReason.HeavierTier
            : WithdrawalReason.DaysRemoved;
}
