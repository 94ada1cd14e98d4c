using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Notices;

/// <summary>
/// What leads a person to the matter: ids, days and figures. No name, no place and no words of anybody, since it goes
/// to the bus and to agencies' own servers.
/// </summary>
public sealed record NoticeSubject
{
    /// <summary>Whose matter it is, where that is somebody else than who is told.</summary>
    public EmployeeId? EmployeeId { get; init; }

    public AppraisalPeriod? Period { get; init; }

    /// <summary>The day that it is about.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The id of the objection, the review or the correction.</summary>
    public string? Reference { get; init; }

    /// <summary>What was decided or which term is over, by its wire name.</summary>
    public string? Outcome { get; init; }

    /// <summary>The last day on which who is told can act.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>How many it is about, or how often it was changed.</summary>
    public int? Count { get; init; }

    /// <summary>Until when who is told can act, where that is within a day.</summary>
    public Instant? Until { get; init; }
}

/// <summary>
/// Something that one person is told. Everything in it comes from what it tells of, its time too, so that it is the
/// same however often it is told.
/// </summary>
public sealed record Notice(
    AgencyId AgencyId, EmployeeId EmployeeId, NoticeCode Code, NoticeSubject About, Instant At)
{
    private const int KeyLetters = 32;

    /// <summary>
    /// The same for the same notice: 32 hexadecimal digits over all that it says but its time, so that a second
    /// decision on the same matter is another notice only where it says something else.
    /// </summary>
    public string Key
    {
        get
        {
            string?[] said =
            [
                AgencyId.ToString(), EmployeeId.ToString(), Code.ToString(), About.EmployeeId?.ToString(),
                About.Period?.ToString(), Day(About.Date), About.Reference, About.Outcome, Day(About.DueOn),
                About.Count?.ToString(CultureInfo.InvariantCulture),
                About.Until?.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture),
            ];
            return Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said))))[..KeyLetters];
        }
    }

    private static string? Day(LocalDate? day) => day is { } given ? LocalDatePattern.Iso.Format(given) : null;
}
