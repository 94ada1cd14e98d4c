using Kinerja.Application.Explanations;

namespace Kinerja.Application.Evaluation;

/// <summary>The words of a suggestion's steps; a name in braces stands for the parameter of that name.</summary>
internal static class SuggestionTexts
{
    internal static readonly StepOf<SuggestionStepCode> Step = ExplanationStep.By<SuggestionStepCode>(Templates);

    internal static (string English, string Indonesian) Templates(SuggestionStepCode code) => code switch
    {
        SuggestionStepCode.SkpFromPlan => (
            "SKP: {score} of at most 120.",
            "SKP: {score} dari paling banyak 120."),
        SuggestionStepCode.SkpFromElsewhere => (
            "SKP: {score} of at most 120, as whoever asks says of a plan kept elsewhere.",
            "SKP: {score} dari paling banyak 120, menurut peminta dari SKP yang disimpan di tempat lain."),
        SuggestionStepCode.SkpMissing => (
            "SKP: missing, so it is left out and never a zero.",
            "SKP: belum ada, sehingga tidak diikutkan dan tidak dihitung nol."),
        SuggestionStepCode.WeightsLeaderAlone => (
            "Weights: {skp}% SKP and {behaviour}% behaviour, since no peer or subordinate is heard.",
            "Bobot: {skp}% SKP dan {behaviour}% perilaku, karena tidak ada pendapat rekan kerja atau bawahan."),
        SuggestionStepCode.WeightsOthersHeard => (
            "Weights: {skp}% SKP and {behaviour}% behaviour, since peers or subordinates are heard.",
            "Bobot: {skp}% SKP dan {behaviour}% perilaku, karena ada pendapat rekan kerja atau bawahan."),
        SuggestionStepCode.ScoreMissing => (
            "Score: none, since SKP or behaviour is missing.",
            "Nilai: tidak ada, karena SKP atau perilaku belum ada."),
        SuggestionStepCode.ScoreWeighed => (
            "Score: {skp} × {skpPercent}% + {behaviour} × {behaviourPercent}% = {score}.",
            "Nilai: {skp} × {skpPercent}% + {behaviour} × {behaviourPercent}% = {score}."),
        SuggestionStepCode.ResultByUnit => (
            "Result: {result}, from the unit's performance {level}, since the person heads the unit.",
            "Hasil kerja: {result}, dari kinerja unit {level}, karena pegawai memimpin unit itu."),
        SuggestionStepCode.UnitPerformanceMissing => (
            "Result: none, since the person heads a unit whose performance is not set.",
            "Hasil kerja: tidak ada, karena kinerja unit yang dipimpin pegawai belum ditetapkan."),
        SuggestionStepCode.ResultByBands => (
            "Result: {skp} is {result}; above expectation from {above}, as expected from {meets}.",
            "Hasil kerja: {skp} berarti {result}; di atas ekspektasi mulai {above}, sesuai ekspektasi mulai {meets}."),
        SuggestionStepCode.ResultMissing => (
            "Result: none, since the SKP is missing.",
            "Hasil kerja: tidak ada, karena SKP belum ada."),
        SuggestionStepCode.BehaviourByBands => (
            "Behaviour: {score} is {behaviour}; above expectation from {above}, as expected from {meets}.",
            "Perilaku: {score} berarti {behaviour}; di atas ekspektasi mulai {above}, sesuai ekspektasi mulai "
            + "{meets}."),
        SuggestionStepCode.BehaviourMissing => (
            "Behaviour level: none, since there is no behaviour score.",
            "Rating perilaku: tidak ada, karena nilai perilaku belum ada."),
        SuggestionStepCode.PredicateByMatrix => (
            "Result {result} and behaviour {behaviour} suggest {predicate}.",
            "Hasil kerja {result} dan perilaku {behaviour} menyarankan predikat {predicate}."),
        SuggestionStepCode.MatrixLacksLevel => (
            "The matrix suggests no predicate, since result or behaviour is missing.",
            "Matriks tidak menyarankan predikat, karena hasil kerja atau perilaku belum ada."),
        SuggestionStepCode.PredicateByScore => (
            "A score of {score} suggests {predicate}, with or without a new idea.",
            "Nilai {score} menyarankan predikat {predicate}, dengan atau tanpa ide baru."),
        SuggestionStepCode.PredicateByScoreOrIdea => (
            "A score of {score} suggests {predicate} without a new idea, {withIdea} with one.",
            "Nilai {score} menyarankan predikat {predicate} tanpa ide baru, {withIdea} dengan ide baru."),
        SuggestionStepCode.NoScoreNoPredicate => (
            "No predicate is suggested, since there is no score.",
            "Tidak ada predikat yang disarankan, karena nilai belum ada."),
        SuggestionStepCode.RaterDecides => (
            "This is a suggestion; the rater decides.",
            "Ini saran; pejabat penilai yang memutuskan."),
    };
}
