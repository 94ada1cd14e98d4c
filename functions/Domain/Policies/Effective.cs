using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Policies;

/// <summary>
/// One version of an agency's policy document: it holds from its date (included) until a later document's. Version 0 is
/// what is shipped; versions written by an agency count from 1 for each date, and none is ever changed.
/// </summary>
public sealed record Effective<T>(LocalDate From, int Version, T Value)
{
    public bool IsShipped => Version == 0;
}

/// <summary>
/// How a version of a policy is called in every result that it made: <c>working-time-2026-01-01.2</c>.
/// </summary>
public static class PolicyVersion
{
    public static string Name(string kind, LocalDate from, int version) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{kind}-{LocalDatePattern.Iso.Format(from)}.{version}");
}
