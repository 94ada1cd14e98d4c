using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Files.Imports;

internal sealed class UnitsImport(UpsertWorkforce upsert, PreviewWorkforce preview)
    : RegisterImport<
        RegisterEntry<OrganisationUnit>, History<OrganisationUnit>, RegisterPlan<History<OrganisationUnit>>>
{
    public override ImportKind Kind => ImportKind.Units;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("id", "Unit", "Unit kerja", "sekretariat"),
        new("name", "Name", "Nama", "Sekretariat"),
        new("parentId", "Unit above", "Unit induk", "kantor-wilayah"),
        new("zone", "Time zone", "Zona waktu", "Asia/Jakarta"),
        new("headId", "Head", "Kepala", "peg-0002"),
        new("directService", "Direct service", "Layanan langsung", "tidak") { Form = CellForm.Flag },
        new("headAs", "Head as", "Status kepala", "appointed") { Form = CellForm.Name, MayBeLeftOut = true },
        new("active", "Active", "Aktif", "ya") { Form = CellForm.Flag, StaysIfLeftOut = true },
        new("from", "Holds from", "Berlaku mulai", "2026-01-01") { Form = CellForm.Day, MayBeLeftOut = true },
    ];

    protected override IReadOnlyList<ShownValue<History<OrganisationUnit>>> Shown { get; } =
    [
        new("name", (u, day) => u.On(day).Name),
        new("parentId", (u, day) => u.On(day).ParentId?.ToString()),
        new("zone", (u, day) => u.On(day).Zone.Id),
        new("headId", (u, day) => u.On(day).HeadId?.ToString()),
        new("directService", (u, day) => u.On(day).DirectService ? "true" : "false"),
        new("headAs", (u, day) => u.On(day).HeadId is null ? null : JsonFormat.Name(u.On(day).HeadAs)),
        new("active", (u, day) => u.On(day).Active ? "true" : "false"),
    ];

    protected override Result<RegisterEntry<OrganisationUnit>> Read(ImportRow row) => UnitsRequest.ReadOne(
        new(
            row["id"], row["name"], row["parentId"], row["zone"], row["headId"], row.Flag("directService"),
            row["headAs"], row["from"], row.Flag("active")),
        "");

    protected override string Subject(RegisterEntry<OrganisationUnit> entry) => entry.Value.Id.ToString();

    protected override LocalDate? From(RegisterEntry<OrganisationUnit> entry) => entry.From;

    protected override Task<Result<RegisterPlan<History<OrganisationUnit>>>> PreviewAsync(
        AgencyId agency, IReadOnlyList<ImportRow> rows, IReadOnlyList<RegisterEntry<OrganisationUnit>> entries,
        CancellationToken cancel) =>
        preview.UnitsAsync(agency, entries, cancel);

    protected override Task<Result<int>> PutAsync(
        Actor actor, IReadOnlyList<RegisterEntry<OrganisationUnit>> entries,
        RegisterPlan<History<OrganisationUnit>> plan, CancellationToken cancel) =>
        upsert.PutUnitsAsync(actor, entries, cancel);
}
