using Kinerja.Application.Runs;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Files.Prints;

/// <summary>
/// One person's evaluation document (dokumen evaluasi kinerja) after Format D.1.1 of PermenPANRB 6/2022: who is
/// evaluated by whom, the organisation's performance, the two ratings and the predicate, notes, signatures; and how the
/// result came about.
/// </summary>
internal static class EvaluationDocument
{
    internal static Paper Of(
        ExplainedEvaluation found, PrintParty? person, PrintParty? rater, PrintParty? above)
    {
        var run = found.Run;
        return new Paper(
            PrintKind.Evaluation,
            $"{run.Period}",
            ("Performance evaluation document", "Dokumen evaluasi kinerja pegawai"),
            [
                PrintTexts.Of(run.Period),
                PrintTexts.Span(run.Period.FirstDay, run.Period.LastDay),
            ],
            [
                new(("Employee", "Pegawai yang dinilai"), person),
                new(("Rater", "Pejabat penilai kinerja"), rater),
                new(("The rater's superior", "Atasan pejabat penilai"), above),
            ],
            [.. Figures(found)],
            [
                run.EvaluationPolicyVersion, run.RankingPolicyVersion, run.DistributionPolicyVersion,
                run.ObjectionPolicyVersion,
            ],
            page => Write(page, found))
        {
            Annex = page => HowItCameAbout(page, found),
        };
    }

    private static IEnumerable<PrintFigure> Figures(ExplainedEvaluation found)
    {
        yield return new("revision", ("revision", "revisi"), $"{found.Run.Revision}");
        yield return new("state", ("state", "status"), JsonFormat.Name(found.Run.State));
        if (found.Evaluation.Assessment is { } assessment)
        {
            yield return new("result", ("result of work", "hasil kerja"), JsonFormat.Name(assessment.Result));
            yield return new("behaviour", ("behaviour", "perilaku kerja"), JsonFormat.Name(assessment.Behaviour));
            yield return new("predicate", ("predicate", "predikat"), JsonFormat.Name(assessment.Predicate));
            yield return new("score", ("score", "nilai"), $"{assessment.Score}");
        }
        else if (found.Evaluation.NotAssessed is { } why)
        {
            yield return new(
                "notAssessed", ("that there is no predicate", "bahwa tidak ada predikat"), JsonFormat.Name(why));
        }

        if (found is { Place: { } place, Figures: { } figures })
        {
            yield return new("place", ("place", "peringkat"), $"{place.Place}/{figures.Assessed}");
        }
    }

    private static void Write(PrintPage page, ExplainedEvaluation found)
    {
        var (run, _, input, evaluation, place) = found;
        page.Section(("Evaluation", "Evaluasi kinerja"));
        page.Facts([
            (("Organisation's performance", "Capaian kinerja organisasi"),
                input.UnitLevel is { } level ? page.Say(PrintTexts.Of(level)) : "–"),
            .. Assessed(page, evaluation, input.Rating),
            (("Place, of so many", "Peringkat, dari sekian"),
                place is { } line && found.Figures is { } figures ? $"{line.Place} / {figures.Assessed}" : null),
            (("Top share", "Kelompok teratas"), place is { } one ? page.Say(PrintTexts.Of(one.Top)) : null),
            (("State", "Status"), page.Say(StateOf(run))),
            (("Objections until", "Keberatan sampai dengan"),
                found.ObjectionsUntil is { } until ? page.Say(PrintTexts.Of(until)) : null),
        ]);
        Parts(page, found.Parts);
        Presence(page, found);
        page.ToWrite(("Notes and recommendation", "Catatan dan rekomendasi"), 3);
    }

    private static void HowItCameAbout(PrintPage page, ExplainedEvaluation found)
    {
        var (run, person) = (found.Run, found.Evaluation.EmployeeId);
        var period = PrintTexts.Of(run.Period);
        page.Section(("Annex: how it came about", "Lampiran: bagaimana hasil ini terjadi"));
        page.Line((
            $"{person} · {period.English} · revision {run.Revision}",
            $"{person} · {period.Indonesian} · revisi {run.Revision}"));
        page.Steps(EvaluationResponse.Of(found).Explanation
            .Select(step => $"{page.Say((step.En, step.Id))} [{page.Say((step.Source.En, step.Source.Id))}]"));
    }

    private static Words StateOf(EvaluationRun run)
    {
        var state = PrintTexts.Of(run.State);
        return ($"{state.English} (revision {run.Revision})", $"{state.Indonesian} (revisi {run.Revision})");
    }

    private static IEnumerable<(Words, string?)> Assessed(
        PrintPage page, EmployeeEvaluation evaluation, Rating? rating)
    {
        if (evaluation.Assessment is not { } assessment)
        {
            yield return (
                ("Predicate", "Predikat kinerja"),
                evaluation.NotAssessed is { } why ? page.Say(PrintTexts.Of(why)) : null);
            yield break;
        }

        yield return (("Result of work", "Hasil kerja"), page.Say(PrintTexts.Of(assessment.Result)));
        yield return (("Behaviour", "Perilaku kerja"), page.Say(PrintTexts.Of(assessment.Behaviour)));
        yield return (("Predicate", "Predikat kinerja"), page.Say(PrintTexts.Of(assessment.Predicate)));
        yield return (("Score", "Nilai"), page.Local($"{assessment.Score}"));
        yield return (
            ("SKP and behaviour", "Nilai SKP dan perilaku"),
            rating is null ? null : page.Local($"{rating.Skp} · {rating.BehaviourScore}"));
    }

    private static void Parts(PrintPage page, IReadOnlyList<PartOutcome> parts)
    {
        if (parts.Count == 0)
        {
            return;
        }

        page.Section(("Within it", "Di dalamnya"));
        page.Facts([.. parts.Select(part => (
            PrintTexts.Of(part.Period),
            (string?)(part.Evaluation?.Assessment is { } one
                ? $"{page.Say(PrintTexts.Of(one.Predicate))} · {page.Local($"{one.Score}")}" : "–")))]);
    }

    /// <summary>Shown beside the result; it never enters it.</summary>
    private static void Presence(PrintPage page, ExplainedEvaluation found)
    {
        var days = found.Input.Attendance;
        page.Section(("Presence (shown; it changes nothing)", "Kehadiran (ditampilkan; tidak mengubah hasil)"));
        page.Table(
            [
                ("Working days", "Hari kerja"), ("Present", "Hadir"), ("Excused", "Dengan keterangan"),
                ("Without a record", "Tanpa catatan"), ("For the superior", "Menunggu atasan"),
                ("Minutes late", "Menit terlambat"),
            ],
            [
                new([
                    days.WorkingDays, days.PresentDays, days.ExcusedDays, days.NoRecordDays, days.ReviewDays,
                    days.LateMinutes,
                ]),
            ]);
    }
}
