using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// People, and with <c>from</c> their assignments by date. A file may say of people whom the register has a part only,
/// such as their raters: columns that it has not stay as they stand. A NIP is taken and told to nobody.
/// </summary>
internal sealed class PeopleImport(UpsertWorkforce upsert, PreviewWorkforce preview)
    : RegisterImport<EmployeeEntry, Employment, PeoplePlan>
{
    /// <summary>What a number was and what it is stays unsaid.</summary>
    private static readonly FieldChange NewNip = new("nip", null, null);

    /// <summary>
    /// A spreadsheet keeps 15 digits of a number and writes zeros for the others; of a NIP those are the person's
    /// number of the day, which begins at 001 (Perka BKN 22/2007).
    /// </summary>
    private const string Rounded = "000";

    public override ImportKind Kind => ImportKind.People;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("id", "Employee", "Pegawai", "peg-0001"),
        new("unitId", "Unit", "Unit kerja", "sekretariat") { StaysIfLeftOut = true },
        new("kind", "Kind of employment", "Jenis kepegawaian", "pns") { Form = CellForm.Name, StaysIfLeftOut = true },
        new("raterId", "Rater", "Pejabat penilai", "peg-0002") { StaysIfLeftOut = true },
        new("active", "Active", "Aktif", "ya") { Form = CellForm.Flag, StaysIfLeftOut = true },
        new("postId", "Post", "Jabatan", null) { StaysIfLeftOut = true },
        new("startedOn", "First day in service", "Mulai bekerja", "2020-03-01")
        {
            Form = CellForm.Day,
            StaysIfLeftOut = true,
        },
        new("discipline", "Discipline", "Status disiplin", "none") { Form = CellForm.Name, StaysIfLeftOut = true },
        new("endedOn", "Last day in service", "Akhir bekerja", null) { Form = CellForm.Day, StaysIfLeftOut = true },
        new("from", "Holds from", "Berlaku mulai", "2026-01-01") { Form = CellForm.Day, MayBeLeftOut = true },
        new("nip", "NIP", "NIP", null) { MayBeLeftOut = true },
    ];

    protected override IReadOnlyList<ShownValue<Employment>> Shown { get; } =
    [
        new("unitId", (p, day) => p.Assignments.On(day).UnitId.ToString()),
        new("kind", (p, day) => JsonFormat.Name(p.Assignments.On(day).Kind)),
        new("raterId", (p, day) => p.Assignments.On(day).RaterId?.ToString()),
        new("active", (p, day) => p.Assignments.On(day).Active ? "true" : "false"),
        new("postId", (p, day) => p.Assignments.On(day).PostId?.ToString()),
        new("startedOn", (p, _) => p.StartedOn is { } date ? LocalDatePattern.Iso.Format(date) : null),
        new("discipline", (p, day) => JsonFormat.Name(p.Assignments.On(day).Discipline)),
        new("endedOn", (p, _) => p.EndedOn is { } date ? LocalDatePattern.Iso.Format(date) : null),
    ];

    protected override async Task StandAsync(
        AgencyId agency, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        if (rows.All(row => row.Kept.Count == 0))
        {
            return;
        }

        var ids = rows.Select(row => EmployeeId.Parse(row["id"])).Where(id => id.Refusal is null)
            .Select(id => id.Value).ToHashSet();
        var (today, held) = await preview.HeldAsync(agency, ids, cancel);
        foreach (var row in rows)
        {
            if (EmployeeId.Parse(row["id"]).TryGet(out var id, out _) && held.TryGetValue(id, out var person))
            {
                var day = LocalDatePattern.Iso.Parse(row["from"] ?? "").TryGetValue(today, out var from) ? from : today;
                row.Standing = Shown.Where(one => row.Kept.Contains(one.Column))
                    .ToDictionary(one => one.Column, one => one.Of(person, day));
            }
        }
    }

    protected override Result<EmployeeEntry> Read(ImportRow row)
    {
        // Of whom nothing stands everything has to be said.
        if (row.Standing is null && row.Kept.Any(column => column is "unitId" or "kind"))
        {
            return EmployeeId.Parse(row["id"], "/id").TryGet(out var id, out var malformed)
                ? NotFound.Employee(id, "/id")
                : malformed;
        }

        if (row["nip"] is { Length: 18 } nip && nip.EndsWith(Rounded, StringComparison.Ordinal))
        {
            row.Fault("nip", "A spreadsheet has rounded this number: give the NIP as text.");
        }

        return EmployeesRequest.ReadOne(
            new(
                row["id"], row["unitId"], row["kind"], row["raterId"], row.Flag("active"), row["nip"], row["postId"],
                row["startedOn"], row["discipline"], row["from"], row["endedOn"]),
            "").Then<EmployeeEntry>(entry => entry with { Kept = KeptOf(row) });
    }

    private static PersonValues KeptOf(ImportRow row) => row.Kept.Aggregate(
        PersonValues.None,
        (kept, column) => kept | column switch
        {
            "unitId" => PersonValues.Unit,
            "kind" => PersonValues.Kind,
            "raterId" => PersonValues.Rater,
            "active" => PersonValues.Active,
            "postId" => PersonValues.Post,
            "startedOn" => PersonValues.StartedOn,
            "discipline" => PersonValues.Discipline,
            "endedOn" => PersonValues.EndedOn,
            _ => throw new ArgumentException($"{column} does not stay."),
        });

    protected override string Subject(EmployeeEntry entry) => entry.Employee.Id.ToString();

    protected override LocalDate? From(EmployeeEntry entry) => entry.From;

    protected override Task<Result<PeoplePlan>> PreviewAsync(
        AgencyId agency, IReadOnlyList<ImportRow> rows, IReadOnlyList<EmployeeEntry> entries,
        CancellationToken cancel) =>
        preview.EmployeesAsync(agency, entries, NewNips(rows, entries), cancel);

    protected override Task<Result<int>> PutAsync(
        Actor actor, IReadOnlyList<EmployeeEntry> entries, PeoplePlan plan, CancellationToken cancel) =>
        upsert.PutPlannedAsync(actor, entries, plan, cancel);

    protected override IEnumerable<FieldChange> Beside(EmployeeEntry entry, PeoplePlan plan) =>
        entry.Nip is not null && plan.NewNips.Contains(entry.Employee.Id) ? [NewNip] : [];

    /// <summary>What the preview found; null while there is none.</summary>
    private static HashSet<EmployeeId>? NewNips(
        IReadOnlyList<ImportRow> rows, IReadOnlyList<EmployeeEntry> entries) =>
        rows.All(row => row.Foreseen is null) ? null
            : [.. rows.Zip(entries).Where(pair => pair.First.Foreseen?.Changes.Contains(NewNip) == true)
                .Select(pair => pair.Second.Employee.Id)];
}
