
namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>
/// Counts of predicates against a pattern (SE MenPANRB 3/2023 step 2; PP 30/2019 art. 41). The circular calls the
/// pattern a consideration for leaders: what does not follow it is listed with what it wants and what is there, and no
/// person is touched. Percentages are of the assessed people.
/// </summary>
public static class DistributionRules
{
    /// <summary>Of more people than this some predicates keep every pattern, however rounded.</summary>
    private const int MostSearched = 20;

    public static DistributionFinding CheckUnit(
        UnitId unit, OrganisationLevel? level, PredicateCounts found, int notAssessed, DistributionPolicy policy)
    {
        var standing = found.Assessed == 0 ? DistributionStanding.NobodyAssessed
            : level is null ? DistributionStanding.NoUnitPerformance
            : found.Assessed < policy.SmallestUnit ? DistributionStanding.TooSmall
            : DistributionStanding.Kept;
        return standing == DistributionStanding.Kept
            ? Judge(unit, level, level!.Value, found, notAssessed, policy)
            : new DistributionFinding(unit, level, found, notAssessed, standing, [], CanHold: true);
    }

    /// <summary>The whole agency, for a pattern that is about it; its size plays no part.</summary>
    public static DistributionFinding CheckAgency(PredicateCounts found, int notAssessed, DistributionPolicy policy) =>
        found.Assessed == 0
            ? new DistributionFinding(
                null, null, found, notAssessed, DistributionStanding.NobodyAssessed, [], CanHold: true)
            : Judge(null, null, OrganisationLevel.Good, found, notAssessed, policy);

    /// <summary>Every cell of the pattern, kept or not.</summary>
    public static IReadOnlyList<LimitFinding> Limits(
        OrganisationLevel level, PredicateCounts found, DistributionPolicy policy)
    {
        var limits = policy.Pattern.LimitsOf(level);
        var findings = new LimitFinding[limits.Count];
        for (var i = 0; i < findings.Length; i++)
        {
            findings[i] = Hold(limits[i], found, policy);
        }

        return findings;
    }

    /// <summary>Whether any predicates at all of that many people would keep the pattern.</summary>
    public static bool CanHold(OrganisationLevel level, int people, DistributionPolicy policy) =>
        people > MostSearched || Everything(people).Any(found => Kept(Limits(level, found, policy)));

    private static DistributionFinding Judge(
        UnitId? unit,
        OrganisationLevel? level,
        OrganisationLevel column,
        PredicateCounts found,
        int notAssessed,
        DistributionPolicy policy)
    {
        var limits = Limits(column, found, policy);
        var kept = Kept(limits);
        return new DistributionFinding(
            unit,
            level,
            found,
            notAssessed,
            kept ? DistributionStanding.Kept : DistributionStanding.Breached,
            limits,
            kept || CanHold(column, found.Assessed, policy));
    }

    private static bool Kept(IReadOnlyList<LimitFinding> limits)
    {
        for (var i = 0; i < limits.Count; i++)
        {
            if (!limits[i].Kept)
            {
                return false;
            }
        }

        return true;
    }

    private static LimitFinding Hold(DistributionLimit limit, PredicateCounts counts, DistributionPolicy policy)
    {
        var found = counts.Of(limit.Predicates);
        var (exact, wanted) = Wanted(limit, counts, policy);
        var rounded = wanted * 100 == exact ? RoundedWay.Whole : wanted * 100 > exact ? RoundedWay.Up : RoundedWay.Down;
        return new LimitFinding(
            limit, exact, rounded, wanted, found, limit.Kind == LimitKind.AtMost ? found <= wanted : found >= wanted);
    }

    private static (int ExactHundredths, int Wanted) Wanted(
        DistributionLimit limit, PredicateCounts counts, DistributionPolicy policy)
    {
        var whole = limit.Kind switch
        {
            LimitKind.AtMost or LimitKind.AtLeast => Round(limit, counts.Assessed, policy.Rounding),
            LimitKind.Some => 1,
            LimitKind.Most => policy.Most == MostReading.LargestGroup
                ? counts.LargestBeside(limit.Predicates)
                : (counts.Assessed / 2) + 1,
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };
        return limit.Kind is LimitKind.AtMost or LimitKind.AtLeast
            ? (limit.Percent * counts.Assessed, whole)
            : (whole * 100, whole);
    }

    private static int Round(DistributionLimit limit, int people, PeopleRounding rounding)
    {
        var (whole, rest) = Math.DivRem(limit.Percent * people, 100);
        var up = rounding switch
        {
            PeopleRounding.Strict => rest > 0 && limit.Kind == LimitKind.AtLeast,
            PeopleRounding.HalfUp => rest >= 50,
            PeopleRounding.Lenient => rest > 0 && limit.Kind == LimitKind.AtMost,
            _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
        };
        return up ? whole + 1 : whole;
    }

    /// <summary>Every way in which that many people may have the five predicates.</summary>
    private static IEnumerable<PredicateCounts> Everything(int people) =>
        from worst in Enumerable.Range(0, people + 1)
        from poor in Enumerable.Range(0, people - worst + 1)
        from fair in Enumerable.Range(0, people - worst - poor + 1)
        from good in Enumerable.Range(0, people - worst - poor - fair + 1)
        select new PredicateCounts(worst, poor, fair, good, people - worst - poor - fair - good);
}
