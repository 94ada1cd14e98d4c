using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// Draws the windows of a person's day from a keyed hash (HMAC-SHA-256) of agency, person, date and policy version.
/// Drawn again it is the same, so nothing is stored; without the secret salt nobody can draw it, so a person who knows
/// the rule and every former window knows nothing of the next. An unanswered window is a fact for the superior, never a
/// penalty.
/// </summary>
public static class SpotCheckRules
{
    /// <summary>
    /// In order, none overlapping another; empty when the chance did not fall or the times hold no window.
    /// </summary>
    public static IReadOnlyList<SpotCheckWindow> Draw(
        AgencyId agency,
        EmployeeId employee,
        LocalDate date,
        DateTimeZone zone,
        SpotCheckRule rule,
        string policyVersion,
        ReadOnlySpan<byte> salt)
    {
        var windows = new List<SpotCheckWindow>(rule.MostPerDay);
        // The day is parted, and each part holds one window at the most: so none overlaps another.
        var part = (Minutes(rule.To) - Minutes(rule.From)) / Math.Max(1, rule.MostPerDay);
        var room = part - rule.WindowMinutes;
        for (var n = 0; n < rule.MostPerDay && room >= 0; n++)
        {
            var hash = HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"{agency}|{employee}|{LocalDatePattern.Iso.Format(date)}|{policyVersion}|{n}")));
            if (Number(hash, 0) % 100 < (ulong)rule.ChancePercent)
            {
                var start = rule.From.PlusMinutes((n * part) + (long)(Number(hash, 8) % (ulong)(room + 1)));
                var opens = date.At(start).InZoneLeniently(zone).ToInstant();
                windows.Add(new(opens, opens + Duration.FromMinutes(rule.WindowMinutes)));
            }
        }

        return windows;
    }

    /// <summary>
    /// The person's spot-check check-in that answers the window: the first whose time that counts lies in it.
    /// </summary>
    public static CheckIn? AnswerTo(SpotCheckWindow window, IEnumerable<CheckIn> checkIns) => checkIns
        .Where(c => c.Claim.Kind == CheckInKind.SpotCheck)
        .Where(c => window.Opens <= c.TimeThatCounts && c.TimeThatCounts < window.Closes)
        .OrderBy(c => c.TimeThatCounts).ThenBy(c => c.Claim.Id)
        .FirstOrDefault();

    private static int Minutes(LocalTime time) => (time.Hour * 60) + time.Minute;

    private static ulong Number(byte[] hash, int at) => BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(at));
}
