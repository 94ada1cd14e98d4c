namespace Kinerja.AgencyApp;

/// <summary>Two sample agencies ("contoh" says so in their names), two hours apart on the clock.</summary>
internal static class SampleAgencies
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    internal static SampleAgency Bandung(int seed) => Make(
        seed,
        new(SampleAgency.BandungId, "Dinas Kearsipan Provinsi Jawa Barat (contoh)", "Asia/Jakarta", 7, (-6.91, 107.61)),
        [
            new("sekretariat", "Sekretariat", false, "kantor-utama", 16),
            new("pengolahan", "Bidang Pengolahan Arsip", false, "kantor-depo", 18),
            new("pembinaan", "Bidang Pembinaan Kearsipan", false, "kantor-utama", 14),
            new("layanan", "Bidang Layanan Arsip", true, "kantor-utama", 16),
        ],
        [.. FenceDrawings.Bandung],
        [(107.6251, -6.9312), (107.5984, -6.8817)]) with
    { HasAppOfItsOwn = true };

    internal static SampleAgency Jayapura(int seed) => Make(
        seed,
        new(
            SampleAgency.JayapuraId, "Badan Kepegawaian Daerah Provinsi Papua (contoh)", "Asia/Jayapura", 9,
            (-2.54, 140.71)),
        [
            new("sekretariat", "Sekretariat", false, "kantor-utama", 14),
            new("mutasi", "Bidang Mutasi dan Promosi", false, "kantor-bukit", 15),
            new("pengembangan", "Bidang Pengembangan Kompetensi", false, "kantor-utama", 13),
            new("layanan", "Bidang Layanan Kepegawaian", true, "kantor-utama", 14),
        ],
        [.. FenceDrawings.Jayapura],
        [(140.6871, -2.5478), (140.7169, -2.5589)]);

    private static SampleAgency Make(
        int seed,
        Outline outline,
        IReadOnlyList<UnitOutline> units,
        IReadOnlyList<SampleFence> shared,
        IReadOnlyList<(double Longitude, double Latitude)> homes)
    {
        var dice = new Dice(seed, "people", outline.Id);
        var ids = PersonIds(dice, units.Sum(u => u.Size));
        var head = ids[0];
        var rows = new List<SampleUnit>();
        var people = new List<SamplePerson>();
        foreach (var unit in units)
        {
            var members = ids.GetRange(people.Count, unit.Size);
            // The agency's head sits in the first unit, whose own head comes second.
            var unitHead = members.Find(id => id != head)!;
            rows.Add(new SampleUnit(unit.Id, unit.Name, unit.DirectService, unitHead, unit.OfficeId));
            people.AddRange(
                members.Select(
                    id => Person(dice, id, unit.Id, RaterOf(id, unitHead, head)) with { PostId = rows[^1].PostId }));
        }

        MakeOddPhones(outline.Id, people);
        var forgotten = people.FindLastIndex(p => p.UnitId == units[2].Id);
        people[forgotten] = people[forgotten] with { PostId = null };
        var remote = dice.Shuffle(people.Where(p => p.UnitId == units[1].Id && p.RaterId != head && !p.Phone.IsOdd));
        var lots = homes.Select((home, i) => FenceDrawings.Home(i + 1, remote[i].Id, home.Longitude, home.Latitude));
        return new SampleAgency(
            outline.Id, outline.Name, outline.Zone, TimeSpan.FromHours(outline.OffsetHours), head, rows, people,
            [.. shared, .. lots])
        {
            Seat = outline.Seat,
        };
    }

    private static string? RaterOf(string id, string unitHead, string head) =>
        id == head ? null : id == unitHead ? head : unitHead;

    private static List<string> PersonIds(Dice dice, int count)
    {
        var ids = new HashSet<string>();
        while (ids.Count < count)
        {
            var letters = Enumerable.Range(0, 8).Select(_ => Alphabet[dice.Between(0, Alphabet.Length - 1)]);
            ids.Add("p-" + string.Concat(letters));
        }

        return [.. ids];
    }

    private static SamplePerson Person(Dice dice, string id, string unit, string? rater)
    {
        var pppk = rater is not null && dice.Chance(0.3);
        var nip = dice.Chance(0.08) ? Nip(dice, pppk) : null;
        var phone = new SamplePhone(
            $"hp-{dice.Between(100000, 999999)}-{id[2..6]}", dice.Chance(0.8), MocksLocation: false);
        return new SamplePerson(id, unit, pppk, rater, nip, phone);
    }

    /// <summary>The birth date's day is 00: nobody's number.</summary>
    private static string Nip(Dice dice, bool pppk)
    {
        var born = $"{dice.Between(1970, 1998)}{dice.Between(1, 12):D2}00";
        // Of contract employees these digits are no month.
        var begun = pppk ? $"2023{dice.Between(21, 29)}" : $"20{dice.Between(10, 24)}{dice.Between(1, 12):D2}";
        return $"{born} {begun} {dice.Between(1, 2)} {dice.Between(1, 999):D3}";
    }

    /// <summary>In Bandung one phone mocks its location; in Jayapura one clock is wrong for two weeks.</summary>
    private static void MakeOddPhones(string agency, List<SamplePerson> people)
    {
        var last = people[^1];
        var phone = agency == SampleAgency.BandungId
            ? last.Phone with { Android = true, MocksLocation = true }
            : last.Phone with { WrongClockFrom = new DateOnly(2026, 2, 2), WrongClockTo = new DateOnly(2026, 2, 15) };
        people[^1] = last with { Phone = phone };
    }

    private sealed record Outline(
        string Id, string Name, string Zone, int OffsetHours, (double Latitude, double Longitude) Seat);

    private sealed record UnitOutline(string Id, string Name, bool DirectService, string OfficeId, int Size);
}
