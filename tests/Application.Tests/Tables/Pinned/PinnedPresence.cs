using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>
/// From the check-in to the month, with what superiors look at and what is said about a day afterwards.
/// </summary>
internal static class PinnedPresence
{
    private static readonly YearMonth February = new(2026, 2);

    private static readonly LocalDate Day = new(2026, 2, 4);

    private static readonly MonthBucket Bucket = new(Some.AgencyId, February, 3, 8);

    private static readonly Sha256Hex Sha256 = Sha256Hex.Parse(new string('e', 64), "").Value;

    internal static IEnumerable<PinnedRow> Rows =>
    [
        PinnedRow.Of(
            TableNames.CheckIns, "check-in", CheckIn,
            c => CheckInRows.Write("menpanrb_0003", TableKeys.CheckIn(c.Claim), c), CheckInRows.Read),
        PinnedRow.Of(
            TableNames.CheckIns, "copy in the month of its work date", CheckIn,
            c => CheckInRows.Write("menpanrb_0003", TableKeys.CheckIn(new YearMonth(2026, 3), c.Claim), c),
            CheckInRows.Read),
        PinnedRow.Of(
            TableNames.CheckIns, "pointer of an id", TableKeys.CheckIn(CheckIn.Claim),
            target => CheckInRows.Pointer("menpanrb_0003", TableKeys.CheckInId(Some.Person(), CheckIn.Claim.Id),
                target), CheckInRows.Target),
        PinnedRow.Of(
            TableNames.AttendanceMonths, "month", Month,
            m => AttendanceRows.Write(TableKeys.Bucket(Bucket), m), AttendanceRows.Read),
        PinnedRow.Of(
            TableNames.DirtyMonths, "mark of a person", new StaleMonth(Some.Person(), Some.Morning, ""),
            m => TableStaleMonths.Write(Bucket, m.EmployeeId.ToString()!, m.MarkedAt), TableStaleMonths.Read),
        PinnedRow.Of(
            TableNames.DirtyMonths, "mark of everybody", new StaleMonth(null, Some.Morning, ""),
            m => TableStaleMonths.Write(Bucket, "_all", m.MarkedAt), TableStaleMonths.Read),
        PinnedRow.Of(
            TableNames.DirtyMonths, "bucket of a mark", (February, 3),
            _ => TableStaleMonths.Write(Bucket, "_all", Some.Morning), TableStaleMonths.ReadBucket),
        PinnedRow.Of(
            TableNames.Leave, "leave",
            new LeaveEntry(
                new Leave(Some.Person(), LeaveKind.DutyTravel, Day, new(2026, 2, 6), "ST-12/SJ"), true, Some.Morning)
            {
                Actor = Some.Actor.For(Some.Person("peg-head")),
            },
            e => LeaveRows.Write(Some.AgencyId, February, e), LeaveRows.Read),
        PinnedRow.Of(
            TableNames.Leave, "leave for half a day",
            new LeaveEntry(
                new Leave(Some.Person(), LeaveKind.Permission, Day, new(2026, 2, 5), "IZIN-1")
                {
                    Part = DayPart.Of(DayHalf.Second),
                },
                false,
                Some.Morning),
            e => LeaveRows.Write(Some.AgencyId, February, e), LeaveRows.Read),
        PinnedRow.Of(
            TableNames.Leave, "leave for hours",
            new LeaveEntry(
                new Leave(Some.Person(), LeaveKind.Permission, Day, new(2026, 2, 5), "IZIN-2")
                {
                    Part = DayPart.Of(new LocalTime(13, 0), new LocalTime(15, 30)),
                },
                false,
                Some.Morning),
            e => LeaveRows.Write(Some.AgencyId, February, e), LeaveRows.Read),
        PinnedRow.Of(
            TableNames.Corrections, "correction", Correction,
            c => CorrectionRows.Write("menpanrb_202602", "2f73_peg-0001_koreksi-1", c),
            CorrectionRows.Read),
        Unsent.Of(TableNames.Corrections),
        PinnedRow.Of(TableNames.ShiftSwaps, "swap", Swap, ShiftSwapRows.Write, ShiftSwapRows.Read),
        PinnedRow.Of(
            TableNames.ShiftSwaps, "how many hold", 3, n => ShiftSwapRows.WriteHeld(Some.AgencyId, n),
            row => row.Int("Count")),
        Unsent.Of(TableNames.ShiftSwaps),
        PinnedRow.Of(
            TableNames.PresenceProofs, "request", Asked, PresenceProofRows.Write, PresenceProofRows.ReadAsked),
        PinnedRow.Of(
            TableNames.PresenceProofs, "proof of a person", Proof, PresenceProofRows.Write, PresenceProofRows.Read),
        Unsent.Of(TableNames.PresenceProofs),
        PinnedRow.Of(TableNames.Rulings, "ruling", Ruling, RulingRows.Write, RulingRows.Read),
        Unsent.Of(TableNames.Rulings),
        PinnedRow.Of(
            TableNames.Outages, "window",
            new OutageNotice(
                Some.AgencyId, 2,
                new OutageWindow(
                    Some.Client("gangguan-1"), [Some.UnitId, UnitId.Parse("setjen").Value], Some.Morning,
                        Some.Morning + Duration.FromHours(2), "Listrik"),
                true, Some.Morning)
            {
                Actor = Some.Actor.For(Some.Person("peg-head")),
            },
            o => OutageRows.Write(TableKeys.Version(o.Window.Id.ToString(), o.Version), o), OutageRows.Read),
        PinnedRow.Of(
            TableNames.PayrollMonths, "close",
            new PayrollClose(
                Some.AgencyId, February, Some.Person("peg-head"), Some.Morning, Some.Actor.For(Some.Person("peg-head")))
            {
                Complete = true,
            },
            PayrollRows.Write, PayrollRows.ReadClose),
        PinnedRow.Of(
            TableNames.PayrollStatements, "statement",
            new SettledStatement(Some.Person(), February, new(2026, 3), Statement),
            s => PayrollRows.Write(Some.AgencyId, s), PayrollRows.ReadStatement),
        PinnedRow.Of(
            TableNames.DayCloses, "close of a bucket", (3, Some.Morning),
            c => TableDayCloses.Write(Bucket, c.Item2), TableDayCloses.Read),
        PinnedRow.Of(
            TableNames.BucketPlans, "plan", 8, count => BucketPlan.Write("menpanrb", "202602", count), BucketPlan.Read),
        PinnedRow.Of(TableNames.Reviews, "review", Review, ReviewRows.Write, ReviewRows.Read),
        PinnedRow.Of(
            TableNames.Reviews, "review by person", Review,
            r => ReviewRows.Write(r, TableKeys.ReviewOf(r)), ReviewRows.Read),
        PinnedRow.Of(
            TableNames.Reviews, "review by superior", Review,
            r => ReviewRows.Write(r, TableKeys.ReviewFor(r)!), ReviewRows.Read),
        Unsent.Of(TableNames.Reviews),
    ];

    private static CheckIn CheckIn => new(
        new SubmittedCheckIn(
            Some.Client(), Some.AgencyId, Some.Person(), CheckInKind.Out, Some.Morning,
                Some.Morning + Duration.FromSeconds(3),
            Some.AtTheOffice, true, "fused", "device-1")
        {
            Attestation = new(AttestationVerdict.Failed, Sha256),
            Network = NetworkKind.Mobile,
            BatteryPercent = 61,
            PhotoSha256 = Sha256,
            AssistedById = Some.Person("peg-head"),
        },
        Some.Morning + Duration.FromSeconds(4),
        new(Placement.Inside, Some.FenceId, 7, GeofenceKind.WfaArea, -12.5, 0.875),
        WorkMode.Flexible, Some.Wit, Day, Some.Morning, TimeSource.Corrected, 55,
        [CheckInReason.InsideFence, CheckInReason.MockLocationReported], "check-in-2026.1")
    {
        MovedBy = Duration.FromMinutes(-15),
        Actor = Some.Actor.For(Some.Person("peg-head")) with { Proof = ActorProof.PersonToken },
    };

    private static DeductionStatement Statement => new(
        Some.Person(), February, "deduction-2026-01-01.1", "Aturan contoh", 40, 20,
        [new(Day, "early", DeductionEvent.LeftEarly, 31, 1.25m, DeductionUnit.PercentOfDay)],
        [new(Day, DeductionUnit.PercentOfDay, 3, 2.5m)], 1.25m, 2.5m, 10_000, [Day]);

    private static AttendanceMonth Month => new(
        Some.Person(), February,
        [
            .. February.ToDateInterval().Select((date, i) => new AttendanceDay(
                date, DayStatus.NoRecord, null, null, null, null, null, null, 0, false, [], i < 14 ? "hours.1"
                    : "hours.2")).Skip(1)
                .Prepend(new AttendanceDay(
                    new(2026, 2, 1), DayStatus.NeedsReview, WorkMode.Field, GeofenceKind.FieldSite, new(7, 31, 5),
                        new(16, 2, 0, 5), 31, 12, 40, true,
                    [new(DayReason.Late), new(DayReason.OnLeave, "ST-12/SJ; a=b,c|d")], "hours.1")
                {
                    WorkedMinutes = 471,
                    ExcusedMinutes = 90,
                }),
        ],
        "calendar-2026.1");

    private static ShiftSwap Swap => new(
        Some.Client("tukar-0001"), Some.AgencyId, Some.Person(), Some.Person("peg-0002"),
        [new(2026, 2, 27), new(2026, 3, 1)], ShiftSwapState.Approved,
        [
            new(ShiftSwapState.Requested, Some.Person(), Some.Morning, "Pernikahan adik.")
            {
                Actor = Some.Actor.For(Some.Person()),
            },
            new(ShiftSwapState.Agreed, Some.Person("peg-0002"), Some.Morning + Duration.FromTicks(1), "Bersedia.")
            {
                Actor = Some.Actor.For(Some.Person("peg-0002")),
            },
            new(ShiftSwapState.Approved, Some.Person("peg-wakil"), Some.Morning + Duration.FromTicks(2), "Baik.")
            {
                InNameOf = [Some.Person("peg-head")],
                Actor = Some.Actor.For(Some.Person("peg-wakil")),
            },
        ])
    {
        Number = 4,
    };

    private static CorrectionRecord Correction => new(
        new Correction(
            Some.Client("koreksi-1"), Some.AgencyId, Some.Person(), Day, CorrectionKind.Leaving, new(16, 5, 30),
                "Rapat di luar.",
            "https://arsip.example.go.id/1", CorrectionState.Declined,
            [
                new(CorrectionState.Requested, Some.Person(), Some.Morning, null)
                {
                    Actor = Some.Actor.For(Some.Person())
                },
                new(CorrectionState.Declined, Some.Person("peg-head"), Some.Morning + Duration.FromTicks(1),
                    "Tidak ada undangan.")
                {
                    Actor = Some.Actor.For(Some.Person("peg-head")),
                },
            ])
        {
            At = Some.Morning + Duration.FromTicks(2),
        },
        new LocalTime(15, 59, 59));

    private static AskedProof Asked => new(
        new ProofOrder(
            Some.Client("webinar-1"), Some.AgencyId, Some.Person("peg-head"), [Some.Person(), Some.Person("peg-0002")],
            Some.UnitId, 15, "Webinar Senin."),
        [Some.Person()], Some.Morning)
    {
        Actor = Some.Actor.For(Some.Person("peg-head")),
    };

    private static PresenceProof Proof => new(
        Some.Client("webinar-1"), Some.AgencyId, Some.Person(), Day,
        new SpotCheckWindow(Some.Morning, Some.Morning + Duration.FromMinutes(15)), Some.Person("peg-head"),
        "Webinar Senin.")
    {
        Actor = Some.Actor.For(Some.Person("peg-head")),
    };

    private static DayRuling Ruling => new(
        Some.AgencyId, Some.Person(), Day,
        [
            new(RulingStepKind.Answered, Some.Person(), Some.Morning, "Survei di pantai.")
            {
                Actor = Some.Actor.For(Some.Person()),
            },
            new(RulingStepKind.Ruled, Some.Person("peg-plh"), Some.Morning + Duration.FromTicks(1), "Ada surat tugas.",
                RulingOutcome.PresentDuty)
            {
                InNameOf = Some.Person("peg-head"),
                Actor = Some.Actor.For(Some.Person("peg-plh")),
            },
        ]);

    private static Review Review => new(
        Some.AgencyId, ReviewId.Parse("202602-manydevices-1").Value, Some.Person(), Some.Person("peg-head"),
            SignalKind.ManyDevices, February,
        [
            new(Some.Person(), SignalKind.ManyDevices, Day, [Some.Client(), Some.Client("checkin-0002")],
                new() { Trust = 40, Kilometres = 12.25, Minutes = 7.5, Days = 3, People = 2, Devices = 4 })
            {
                Asked = new(At(9), At(10)),
            },
        ],
        Some.Morning, "check-in-2026.1",
        [new(ReviewState.Accepted, Some.Person("peg-head"), "Dua ponsel dinas.",
            Some.Morning + Duration.FromTicks(1))
        {
            Actor = Some.Actor.For(Some.Person("peg-head")),
        }]);

    private static OffsetDateTime At(int hour) => new(Day.At(new(hour, 0)), Offset.FromHours(9));
}
