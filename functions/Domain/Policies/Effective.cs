using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Policies;

/// <summary>Who gave a policy document.</summary>
public enum PolicySource
{
    /// <summary>It comes with the code.</summary>
    Shipped,

    /// <summary>The national operator, once for all agencies.</summary>
    National,

    /// <summary>The agency, for itself.</summary>
    Agency,
}

/// <summary>
/// One version of a policy document: it holds from its date (included) until a later document's. Version 0 is what is
/// shipped; versions that are written count from 1 for each date, and none is ever changed.
/// </summary>
public sealed record Effective<T>(LocalDate From, int Version, T Value)
{
    public bool IsShipped => Version == 0;

    /// <summary>A written one is the agency's, unless it is said to be national.</summary>
    public PolicySource Source { get; init; } = Version == 0 ? PolicySource.Shipped : PolicySource.Agency;
}

/// <summary>
/// How a version of a policy is called in every result that it made: <c>working-time-2026-01-01.2</c>, and the national
/// operator's <c>working-time-national-2026-01-01.2</c>.
/// </summary>
public static class PolicyVersion
{
    public static string Name(string kind, LocalDate from, int version, bool isNational = false) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{kind}-{(isNational ? "national-" : "")}{LocalDatePattern.Iso.Format(from)}.{version}");
}
