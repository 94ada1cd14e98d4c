using System.Globalization;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Files.Imports;

/// <summary>Leave (cuti) and other valid reasons, as an agency's leave system writes them out.</summary>
internal sealed class LeaveImport(RecordLeave keep) : SingleImport<LeaveCommand, LeaveEntry>
{
    public override ImportKind Kind => ImportKind.Leave;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("employeeId", "Employee", "Pegawai", "peg-0001"),
        new("kind", "Kind", "Jenis", "leave") { Form = CellForm.Name },
        new("from", "First day", "Hari pertama", "2026-01-12") { Form = CellForm.Day },
        new("to", "Day after the last", "Hari setelah terakhir", "2026-01-15") { Form = CellForm.Day },
        new("reference", "Reference", "Nomor surat", "SIC-2026-001"),
        new("half", "Half of the day", "Paruh hari", null) { Form = CellForm.Name, MayBeLeftOut = true },
        new("fromTime", "From (time)", "Mulai pukul", null) { MayBeLeftOut = true },
        new("toTime", "To (time)", "Sampai pukul", null) { MayBeLeftOut = true },
        new("cancelled", "Called off", "Dibatalkan", null) { Form = CellForm.Flag, MayBeLeftOut = true },
    ];

    protected override IReadOnlyList<(string Column, Func<LeaveEntry, string?> Of)> Shown { get; } =
    [
        ("kind", e => JsonFormat.Name(e.Leave.Kind)),
        ("from", e => LocalDatePattern.Iso.Format(e.Leave.From)),
        ("to", e => LocalDatePattern.Iso.Format(e.Leave.To)),
        ("reference", e => e.Leave.Reference),
        ("half", e => e.Leave.Part?.Half is { } half ? JsonFormat.Name(half) : null),
        ("fromTime", e => e.Leave.Part is { Half: null } part ? Clock(part.From) : null),
        ("toTime", e => e.Leave.Part is { Half: null } part ? Clock(part.To) : null),
        ("cancelled", e => e.Cancelled ? "true" : "false"),
    ];

    protected override Result<LeaveCommand> Read(ImportRow row) => new LeaveRequest(
        row["employeeId"], row["kind"], row["from"], row["to"], row["half"], row["fromTime"], row["toTime"],
        row["reference"], row.Flag("cancelled")).Read("");

    protected override object Key(LeaveCommand claim) =>
        (claim.Leave.EmployeeId, claim.Leave.Reference, claim.Leave.From);

    protected override EmployeeId Subject(LeaveCommand claim) => claim.Leave.EmployeeId;

    protected override Task<Result<(LeaveEntry? Before, LeaveEntry After)>> PreviewAsync(
        Actor actor, LeaveCommand claim, CancellationToken cancel) =>
        keep.PreviewAsync(actor, claim.Leave, claim.Cancelled, cancel);

    protected override async Task<Refusal?> WriteAsync(Actor actor, LeaveCommand claim, CancellationToken cancel) =>
        (await keep.RecordAsync(actor, claim.Leave, claim.Cancelled, cancel)).Refusal;

    private static string Clock(NodaTime.LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
