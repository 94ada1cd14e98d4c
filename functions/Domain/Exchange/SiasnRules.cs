using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Exchange;

/// <summary>How what SIASN has compares with what is to stand there.</summary>
public enum SiasnFinding
{
    Absent,
    Same,

    /// <summary>One record of those months says something else: it is replaced under its own id.</summary>
    Differs,

    /// <summary>Several records of those months that do not all say the same: a person has to look.</summary>
    Several,

    /// <summary>A record of somebody else stands in the answer: nothing may be written by it.</summary>
    WrongPerson,
}

/// <summary>
/// What is written to SIASN, and whether. Its interface has no key by which a repeat is recognised, so that what it
/// holds is read before every write. Seen in public clients; no regulation says how.
/// </summary>
public static class SiasnRules
{
    /// <summary>What is to stand there.</summary>
    public static SiasnRecord Wanted(
        AppraisalPeriod period, Assessment assessment, SiasnMapping mapping, SiasnPerson person, SiasnPerson rater) =>
        new(
            null, person.Id, SiasnMonths.Of(period), mapping.Result.Of(assessment.Result),
            mapping.Behaviour.Of(assessment.Behaviour), mapping.Predicate.Of(assessment.Predicate), rater.Nip);

    /// <summary>Whether the answer is of whoever was asked for.</summary>
    public static bool Is(SiasnPerson found, Nip asked) => found.Nip == asked.Reveal();

    /// <summary>Records of other months say nothing; of whose they are all of them must agree.</summary>
    /// <param name="wanted">What is to stand.</param>
    /// <param name="found">All that SIASN has of the person, in any order.</param>
    public static SiasnFinding Compare(SiasnRecord wanted, IEnumerable<SiasnRecord> found)
    {
        var all = found.ToList();
        if (all.Exists(record => record.PersonId is { } id && id != wanted.PersonId))
        {
            return SiasnFinding.WrongPerson;
        }

        var standing = all.FindAll(record => record.Months == wanted.Months);
        return standing.Count == 0 ? SiasnFinding.Absent
            : standing.TrueForAll(record => record.Says(wanted)) ? SiasnFinding.Same
            : standing.Count == 1 ? SiasnFinding.Differs
            : SiasnFinding.Several;
    }

    /// <summary>The record with the id of what it replaces.</summary>
    public static SiasnRecord Over(SiasnRecord wanted, IEnumerable<SiasnRecord> found) =>
        wanted with { Id = found.FirstOrDefault(record => record.Months == wanted.Months)?.Id };
}
