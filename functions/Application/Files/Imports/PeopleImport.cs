using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Imports;

/// <summary>People, and with <c>from</c> their assignments by date. A NIP is taken and told to nobody.</summary>
internal sealed class PeopleImport(UpsertWorkforce upsert, PreviewWorkforce preview)
    : RegisterImport<EmployeeEntry, Employment>
{
    public override ImportKind Kind => ImportKind.People;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("id", "Employee", "Pegawai", "peg-0001"),
        new("unitId", "Unit", "Unit kerja", "sekretariat"),
        new("kind", "Kind of employment", "Jenis kepegawaian", "pns") { Form = CellForm.Name },
        new("raterId", "Rater", "Pejabat penilai", "peg-0002"),
        new("active", "Active", "Aktif", "ya") { Form = CellForm.Flag },
        new("postId", "Post", "Jabatan", null),
        new("startedOn", "First day in service", "Mulai bekerja", "2020-03-01") { Form = CellForm.Day },
        new("discipline", "Discipline", "Status disiplin", "none") { Form = CellForm.Name },
        new("endedOn", "Last day in service", "Akhir bekerja", null) { Form = CellForm.Day },
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

    protected override Result<EmployeeEntry> Read(ImportRow row) => EmployeesRequest.ReadOne(
        new(
            row["id"], row["unitId"], row["kind"], row["raterId"], row.Flag("active"), row["nip"], row["postId"],
            row["startedOn"], row["discipline"], row["from"], row["endedOn"]),
        "");

    protected override string Subject(EmployeeEntry entry) => entry.Employee.Id.ToString();

    protected override LocalDate? From(EmployeeEntry entry) => entry.From;

    protected override Task<Result<RegisterPlan<Employment>>> PreviewAsync(
        AgencyId agency, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel) =>
        preview.EmployeesAsync(agency, entries, cancel);

    protected override Task<Result<int>> PutAsync(
        Actor actor, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel) =>
        upsert.PutEmployeesAsync(actor, entries, cancel);

    protected override IEnumerable<FieldChange> Beside(EmployeeEntry entry, RegisterPlan<Employment> plan) =>
        entry.Nip is not null && plan.NewNips.Contains(entry.Employee.Id) ? [new("nip", null, null)] : [];
}
