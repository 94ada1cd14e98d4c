using Kinerja.Application.Feedback;
using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Application.Tests.WorkPlans;
using Kinerja.Application.Webhooks;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.Notices;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>What people plan, report, say about one another and agree on.</summary>
internal static class PinnedWork
{
    private static readonly Quarter Quarter = new(2026, 1);

    private const string Matter = "00112233445566778899aabbccddeeff";

    private static readonly EvidenceLink[] Links =
        [new("https://arsip.example.go.id/é", null, "Foto"), new(null, "ND-12/SJ", null)];

    internal static IEnumerable<PinnedRow> Rows =>
    [
        PinnedRow.Of(TableNames.Feedback, "note", Note, FeedbackRows.Write, FeedbackRows.Read),
        PinnedRow.Of(TableNames.Feedback, "given", Note, FeedbackRows.WriteGiven, FeedbackRows.Read),
        PinnedRow.Of(
            TableNames.Dialogues, "dialogue", Dialogue,
            d => DialogueRows.Write(Some.AgencyId, TableKeys.OfPerson(d.EmployeeId, d.Id), d), DialogueRows.Read),
        PinnedRow.Of(
            TableNames.Dialogues, "dialogue by leader", Dialogue,
            d => DialogueRows.Write(
                Some.AgencyId, DialogueRows.OfLeader(d.LeaderId) + TableKeys.OfPerson(d.EmployeeId, d.Id), d),
                DialogueRows.Read),
        PinnedRow.Of(
            TableNames.CoachingSessions, "session", Coaching,
            s => CoachingRows.Write(Some.AgencyId, TableKeys.OfPerson(s.EmployeeId, s.Id), s), CoachingRows.Read),
        PinnedRow.Of(
            TableNames.WorkPlans, "plan", Plan,
            p => WorkPlanRows.Write(Some.AgencyId, WorkPlanKeys.Version(p.EmployeeId, p.From, p.Version), p),
            WorkPlanRows.Read),
        PinnedRow.Of(
            TableNames.WorkPlans, "realisation", Realisation,
            r => TableRealisations.Write(Some.AgencyId, r), TableRealisations.Read),
        PinnedRow.Of(
            TableNames.DailyEntries, "entry", Entry,
            e => DailyEntryRows.Write(Some.AgencyId, e, DailyEntryRows.All), DailyEntryRows.Read),
        PinnedRow.Of(
            TableNames.DailyEntries, "open entry", Entry,
            e => DailyEntryRows.Write(Some.AgencyId, e, DailyEntryRows.Open), DailyEntryRows.Read),
        Unsent.Of(TableNames.DailyEntries),
        PinnedRow.Of(
            TableNames.TeamAssignments, "assignment", Assignment,
            a => AssignmentRows.Write(Some.AgencyId, a), AssignmentRows.Read),
        PinnedRow.Of(
            TableNames.TeamAssignments, "pointer of a leader", (Some.AgencyId, Some.Person(), Assignment.Id),
            _ => AssignmentRows.WritePointer(Some.AgencyId, Assignment), AssignmentRows.ReadPointer),
        PinnedRow.Of(
            TableNames.TeamAssignments, "input", Input,
            i => AssignmentRows.Write(Some.AgencyId, i), AssignmentRows.ReadInput),
        PinnedRow.Of(
            TableNames.Inboxes, "item", new InboxItem(Notice, Some.Morning + Duration.FromTicks(7))
            {
                EndedAt = Some.Morning + Duration.FromHours(2),
            },
            InboxRows.Write, InboxRows.Read),
        PinnedRow.Of(
            TableNames.Inboxes, "asked under its matter",
            new AskedItem(Some.AgencyId, Matter, Some.Person("peg-head"), "92-0f", Some.Morning)
            {
                EndedAt = Some.Morning,
            },
            MatterRows.Write, MatterRows.ReadAsked),
        PinnedRow.Of(
            TableNames.Inboxes, "end of a matter", new MatterEnd(Some.AgencyId, Matter, Some.Morning),
            MatterRows.Write, MatterRows.ReadEnd),
        PinnedRow.Of(TableNames.Webhooks, "webhook", Webhook, WebhookRows.Write, WebhookRows.Read),
        .. PinnedPulls.Rows,
    ];

    private static CoachingSession Coaching => new(
        ClientId.Parse("bimbingan-0001").Value, Some.Person(), Some.Person("peg-head"),
        new(
            Quarter, new(2026, 2, 2), "Analisis data.",
            [new(ClientId.Parse("aim-0001").Value, "Statistik", 2, "Perlu contoh.")]),
        Some.Morning, 3)
    {
        Actor = Some.Actor.For(Some.Person("peg-head")),
        Rating = new([new("Tujuan jelas", 4)], "Baik.", Some.Morning + Duration.FromTicks(5))
        {
            Actor = Some.Actor.For(Some.Person()),
        },
        View = new(Some.Person("peg-right"), "Lanjutkan.", Some.Morning + Duration.FromTicks(7))
        {
            Actor = Some.Actor.For(Some.Person("peg-right")),
        },
    };

    private static SealedWebhook Webhook => new(
        new(Some.AgencyId, new("https://simpeg.example.go.id/kinerja"), new("66687aadf862bd77", "id.sealed"),
            Some.Morning)
        {
            Former = new("0f8fad5bd9cb469f", "id.sealed-before"),
            FormerUntil = Some.Morning + Duration.FromHours(24),
            Actor = Some.Actor.For(Some.Person("peg-head")),
        });

    private static Notice Notice => new(
        Some.AgencyId, Some.Person(), NoticeCode.ObjectionOverdue,
        new()
        {
            EmployeeId = Some.Person("peg-head"),
            Period = Quarter,
            Date = new(2026, 2, 4),
            Reference = "keberatan-1",
            Outcome = "decision",
            DueOn = new(2026, 4, 28),
            Count = 3,
            Until = Some.Morning + Duration.FromHours(1),
        },
        Some.Morning);

    private static FeedbackNote Note => new(
        Some.Feedback() with
        {
            Role = GiverRole.Peer,
            Subject = FeedbackSubject.Competent,
            Level = ExpectationLevel.Above,
            Guide = 2,
            Row = new(SomePlan.NewYear, SomePlan.Row("rhk-1")),
            Evidence = Links,
        },
        Quarter,
        Some.Morning)
    {
        Actor = Some.Actor.For(Some.Person("peg-head")),
    };

    private static DialogueNote Dialogue => Some.Dialogue().At(Some.Morning, 2, Some.Actor) with
    {
        Content = Some.Dialogue().Content with
        {
            Period = AppraisalPeriod.OfYear(2026),
            Actions = [new(
                Some.Client("aksi-0001"), "Minta akses data.", Some.Person(), new(2026, 2, 20), ActionState.Dropped,
                    "Tidak perlu lagi.")],
        },
    };

    private static WorkPlan Plan => new(
        Some.Person(), SomePlan.NewYear, 4, Some.Person("peg-head"),
        new PlanContent(
            Some.PostId,
            [
                new(SomePlan.Row("rhk-1"), ResultKind.Main, "Layanan", "Tanpa keluhan", SomePlan.Row("iku-1"), null,
                    10_000,
                    [new(SomePlan.Row("selesai"), "Selesai", null, null, null)]),
                new(SomePlan.Row("rhk-2"), ResultKind.Additional, "Tim SPBE", null, null, Some.Client("tim-0001"), null,
                    [
                        new(SomePlan.Row("jumlah"), "Berkas", IndicatorAspect.Quality, null,
                            new(100.25m, "berkas", TargetDirection.LessIsBetter, TargetCounting.Latest,
                                [new(2, 50.5m)])),
                        new(SomePlan.Row("kesan"), "Kesan", null, "Penerima layanan", null),
                    ]),
            ],
            [new(FeedbackSubject.Loyal, "Menjaga nama baik.")],
            new(["Laptop"], ["Laporan bulanan"], ["Teguran"])),
        "Perubahan jabatan.", Some.Person(), Some.Morning)
    {
        Actor = Some.Actor.For(Some.Person()),
        Agreement = new(Some.Person("peg-head"), Some.Morning + Duration.FromHours(1), "Sepakat.")
        {
            Actor = Some.Actor.For(Some.Person("peg-head")),
        },
    };

    private static Realisation Realisation => new(
        Some.Person(), SomePlan.NewYear, Quarter,
        [new(SomePlan.Row("rhk-1"), "Selesai", [new(SomePlan.Row("jumlah"), 97.5m)], Links)], Some.Morning, 2)
    {
        Actor = Some.Actor,
    };

    private static DailyEntry Entry => new(
        Some.Person(), new(2026, 2, 3), Some.Client("harian-0203"),
        new DailyEntryContent(
            new(2026, 1, 1), PlanRowId.Parse("rhk-1").Value, "Dua belas berkas.", 240, 12.5m, Links,
            [Sha256Hex.Parse(new string('a', 64), "").Value, Sha256Hex.Parse(new string('b', 64), "").Value]),
        DailyEntryState.Approved, Some.Morning + Duration.FromTicks(1), 3)
    {
        Actor = Some.Actor.For(Some.Person()),
        SubmittedAt = Some.Morning,
        DueOn = new(2026, 2, 3),
        Late = true,
        Decision = new(Some.Person("peg-head"), true, "Bukti lengkap.", Some.Morning + Duration.FromTicks(2))
        {
            Actor = Some.Actor.For(Some.Person("peg-head")),
        },
    };

    private static TeamAssignment Assignment => new(
        Some.Client("tim-0001"), Some.Person(), "Tim SPBE", "Anggota", Some.OtherAgencyId, Some.Person("peg-lead"),
            AssignmentOrigin.Applied,
        "SK-7/2026", SomePlan.NewYear, new(2026, 6, 30), Some.Morning, 3)
    {
        Actor = Some.Actor,
    };

    private static TeamInput Input => new(
        Assignment.Id, Some.Person(), Quarter, Some.OtherAgencyId, Some.Person("peg-lead"), ExpectationLevel.Above,
            "Rajin.", Links, Some.Morning, 2)
    {
        Actor = Some.ActorOf(Some.OtherAgencyId).For(Some.Person("peg-lead")),
    };
}
