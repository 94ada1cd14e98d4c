using Kinerja.Application.Explanations;

namespace Kinerja.Application.Runs;

/// <summary>The words of an explanation's steps; a name in braces stands for the parameter of that name.</summary>
internal static class ExplanationTexts
{
    internal static readonly StepOf<ExplanationCode> Step = ExplanationStep.By<ExplanationCode>(Templates);

    internal static (string English, string Indonesian) Templates(ExplanationCode code) => code switch
    {
        ExplanationCode.Frozen => (
            "Frozen for {period}: unit {unit}.",
            "Data untuk {period} dibekukan: unit kerja {unit}."),
        ExplanationCode.FrozenAsHead => (
            "Frozen for {period}: unit {unit}, which the person heads.",
            "Data untuk {period} dibekukan: unit kerja {unit}, yang dipimpin pegawai ini."),
        ExplanationCode.RewardFacts => (
            "For the reward alone: {discipline}, whole months in service: {months}.",
            "Hanya untuk penghargaan: {discipline}, masa kerja {months} bulan penuh."),
        ExplanationCode.RewardFactsWithoutStart => (
            "For the reward alone: {discipline}, in service since long ago.",
            "Hanya untuk penghargaan: {discipline}, masa kerja sudah lama."),
        ExplanationCode.Rated => (
            "{rater} rated the result {result}, the behaviour {behaviour}, the SKP {skp} and the behaviour score "
            + "{behaviourScore} ({at}).",
            "{rater} menilai hasil kerja {result}, perilaku kerja {behaviour}, nilai SKP {skp} dan nilai perilaku "
            + "{behaviourScore} ({at})."),
        ExplanationCode.NoRating => (
            "Not assessed: no rating stood when the inputs were frozen. A missing input is never a zero: there is "
            + "no place, and the leader sees the person listed.",
            "Tidak dinilai: belum ada penilaian saat data dibekukan. Data yang kosong tidak pernah dihitung nol: "
            + "tidak ada peringkat, dan pimpinan melihat nama pegawai dalam daftar."),
        ExplanationCode.NoUnitPerformance => (
            "Not assessed: the performance of {unit} was not set when the inputs were frozen. A missing input is "
            + "never a zero: there is no place, and the leader sees the person listed.",
            "Tidak dinilai: kinerja unit {unit} belum ditetapkan saat data dibekukan. Data yang kosong tidak "
            + "pernah dihitung nol: tidak ada peringkat, dan pimpinan melihat nama pegawai dalam daftar."),
        ExplanationCode.UnitGivesResult => (
            "Head of {unit}: the unit's performance {level} gives the result rating {result}; the rater's {rated} "
            + "is not read.",
            "Pimpinan {unit}: kinerja unit {level} memberi rating hasil kerja {result}; rating {rated} dari "
            + "penilai tidak dibaca."),
        ExplanationCode.SkpWeighed => (
            "SKP: {score} × {percent}% = {product}.",
            "SKP: {score} × {percent}% = {product}."),
        ExplanationCode.BehaviourWeighed => (
            "Behaviour: {score} × {percent}% = {product}.",
            "Perilaku: {score} × {percent}% = {product}."),
        ExplanationCode.Summed => (
            "{skp} + {behaviour} = {sum}, half up to a hundredth: {score}.",
            "{skp} + {behaviour} = {sum}, dibulatkan ke perseratus (setengah ke atas): {score}."),
        ExplanationCode.PredicateByMatrix => (
            "Result {result} and behaviour {behaviour} give {predicate}.",
            "Hasil kerja {result} dan perilaku {behaviour} menghasilkan predikat {predicate}."),
        ExplanationCode.PredicateByScore => (
            "A score of {score} without a new idea gives {predicate}; very good asks for {least} and a new idea.",
            "Nilai {score} tanpa ide baru menghasilkan predikat {predicate}; predikat sangat baik mensyaratkan "
            + "{least} dan ide baru."),
        ExplanationCode.PredicateByScoreAndIdea => (
            "A score of {score} with the new idea flagged by the rater ({evidence}) gives {predicate}; very good "
            + "asks for {least} and a new idea.",
            "Nilai {score} dengan ide baru yang ditandai penilai ({evidence}) menghasilkan predikat {predicate}; "
            + "predikat sangat baik mensyaratkan {least} dan ide baru."),
        ExplanationCode.NotRead => (
            "Attendance and feedback are shown beside the result; no rule of predicate, score or place reads them.",
            "Kehadiran dan umpan balik ditampilkan di samping hasil; tidak dibaca oleh aturan predikat, nilai, "
            + "atau peringkat."),
        ExplanationCode.SpreadChangesNothing => (
            "How predicates are spread in a unit is checked for its leaders; it changes nobody's predicate.",
            "Sebaran predikat dalam unit diperiksa untuk pimpinan; predikat siapa pun tidak berubah karenanya."),
        ExplanationCode.Placed => (
            "By predicate, then score, then behaviour score ({predicate}, {score}, {behaviourScore}): place "
            + "{place} of {assessed}; equals share a place.",
            "Menurut predikat, lalu nilai, lalu nilai perilaku ({predicate}, {score}, {behaviourScore}): peringkat "
            + "{place} dari {assessed}; yang sama berbagi peringkat."),
        ExplanationCode.PercentRank => (
            "Percent rank: ({place} − 1) ÷ ({assessed} − 1) = {rank}; the smaller, the better.",
            "Peringkat persen: ({place} − 1) ÷ ({assessed} − 1) = {rank}; makin kecil makin baik."),
        ExplanationCode.PercentRankAlone => (
            "A single person's percent rank is 0.",
            "Peringkat persen satu-satunya pegawai adalah 0."),
        ExplanationCode.PlacedInUnit => (
            "In {unit} by the same order: place {place}.",
            "Di {unit} dengan urutan yang sama: peringkat {place}."),
        ExplanationCode.TooFewForTop => (
            "{assessed} assessed are fewer than {least}: nobody is in the top share.",
            "{assessed} pegawai yang dinilai kurang dari {least}: tidak ada yang masuk kelompok teratas."),
        ExplanationCode.Cap => (
            "{assessed} × {percent}% = {exact}, rounded down: at most {cap} in the top share, with at least "
            + "{floor}.",
            "{assessed} × {percent}% = {exact}, dibulatkan ke bawah: paling banyak {cap} pegawai di kelompok "
            + "teratas, dengan predikat paling rendah {floor}."),
        ExplanationCode.InTop => (
            "Place {place} is within {cap}: in the top share; neither discipline nor time in service keeps the "
            + "reward away.",
            "Peringkat {place} termasuk dalam {cap}: masuk kelompok teratas; disiplin maupun masa kerja tidak "
            + "menghalangi penghargaan."),
        ExplanationCode.TiedAtCap => (
            "{ahead} are ahead, which leaves {left} of {cap}; {tied} equals at place {place} would make {total}: "
            + "they stay out together, and nobody behind them moves up.",
            "{ahead} pegawai di depan, sehingga tersisa {left} dari {cap}; {tied} pegawai sama pada peringkat "
            + "{place} akan menjadikannya {total}: mereka bersama-sama tidak masuk, dan yang di belakang tidak naik."),
        ExplanationCode.RewardKeptAway => (
            "Place {place} is within {cap}, and the reward is kept away: the place stays, and nobody moves up for "
            + "it.",
            "Peringkat {place} termasuk dalam {cap}, tetapi penghargaan tidak diberikan: peringkat tetap, dan "
            + "tidak ada yang naik menggantikan."),
        ExplanationCode.DisciplineInProcess => (
            "A discipline case was being examined.",
            "Perkara disiplin sedang diperiksa."),
        ExplanationCode.DisciplineServing => (
            "A discipline punishment was being served.",
            "Hukuman disiplin sedang dijalani."),
        ExplanationCode.NewStaff => (
            "Whole months in service at the period's end: {months}, fewer than {least}.",
            "Masa kerja {months} bulan penuh pada akhir periode kurang dari {least}."),
        ExplanationCode.BelowFloor => (
            "The predicate {predicate} is less than {floor}: not in the top share.",
            "Predikat {predicate} di bawah {floor}: tidak masuk kelompok teratas."),
        ExplanationCode.BeyondCap => (
            "Place {place} is beyond {cap}: not in the top share.",
            "Peringkat {place} melampaui {cap}: tidak masuk kelompok teratas."),
        ExplanationCode.OwnObjectionDecided => (
            "The rating is the one that the decision on objection {objection} left.",
            "Penilaian ini hasil putusan atas keberatan {objection}."),
        ExplanationCode.OwnLateRating => (
            "The rating came after the inputs were frozen, with its reason, and made this revision.",
            "Penilaian masuk setelah data dibekukan, disertai alasan, dan menghasilkan revisi ini."),
        ExplanationCode.OthersObjectionDecided => (
            "A decided objection to another result made this revision; this person's inputs are those of the one "
            + "before.",
            "Putusan keberatan atas hasil pegawai lain menghasilkan revisi ini; data pegawai ini sama dengan "
            + "revisi sebelumnya."),
        ExplanationCode.OthersLateRating => (
            "A late rating of another person made this revision; this person's inputs are those of the one before, "
            + "but for a late rating of the own.",
            "Penilaian terlambat atas pegawai lain menghasilkan revisi ini; data pegawai ini sama dengan revisi "
            + "sebelumnya, kecuali ada penilaian terlambat atas dirinya."),
        ExplanationCode.Replaces => (
            "It replaces revision {revision}: {predicate}, {score}, place {place}, {top}.",
            "Revisi ini menggantikan revisi {revision}: {predicate}, {score}, peringkat {place}, {top}."),
        ExplanationCode.ReplacesUnplaced => (
            "It replaces revision {revision}: {predicate}, {score}, without a place.",
            "Revisi ini menggantikan revisi {revision}: {predicate}, {score}, tanpa peringkat."),
        ExplanationCode.ReplacesNotAssessed => (
            "It replaces revision {revision}: not assessed.",
            "Revisi ini menggantikan revisi {revision}: tidak dinilai."),
        ExplanationCode.ObjectUntil => (
            "An objection may be lodged until {day}.",
            "Keberatan dapat diajukan sampai {day}."),
    };
}
