using Kinerja.Application.Explanations;

namespace Kinerja.Application.WorkPlans;

/// <summary>The words of an achievement's steps; a name in braces stands for the parameter of that name.</summary>
internal static class SkpTexts
{
    internal static readonly StepOf<SkpStepCode> Step = ExplanationStep.By<SkpStepCode>(Templates);

    internal static (string English, string Indonesian) Templates(SkpStepCode code) => code switch
    {
        SkpStepCode.IndicatorQualitative => (
            "{result}/{indicator}: qualitative, so the rater judges it.",
            "{result}/{indicator}: kualitatif, sehingga dinilai oleh pejabat penilai."),
        SkpStepCode.IndicatorNotDue => (
            "{result}/{indicator}: nothing was due in the period, so it is left out and never a zero.",
            "{result}/{indicator}: tidak ada target pada periode ini, sehingga tidak diikutkan, bukan nol."),
        SkpStepCode.IndicatorNotReported => (
            "{result}/{indicator}: no realisation of {quarters}, so it is left out and never a zero.",
            "{result}/{indicator}: belum ada realisasi {quarters}, sehingga tidak diikutkan, bukan nol."),
        SkpStepCode.IndicatorMore => (
            "{result}/{indicator} in {quarters}: {realised} ÷ {target} × 100, not below 0 nor above 120: {value}.",
            "{result}/{indicator} pada {quarters}: {realised} ÷ {target} × 100, paling sedikit 0 dan paling banyak "
            + "120: {value}."),
        SkpStepCode.IndicatorLess => (
            "{result}/{indicator} in {quarters}, where less is better: (2 × {target} − {realised}) ÷ {target} "
            + "× 100, not below 0 nor above 120: {value}.",
            "{result}/{indicator} pada {quarters}, makin kecil makin baik: (2 × {target} − {realised}) ÷ {target} "
            + "× 100, paling sedikit 0 dan paling banyak 120: {value}."),
        SkpStepCode.QuartersLeftOut => (
            "{result}/{indicator}: no realisation of {quarters}; they are left out of realisation and target alike.",
            "{result}/{indicator}: belum ada realisasi {quarters}; tidak diikutkan dalam realisasi maupun target."),
        SkpStepCode.ResultNotCounted => (
            "{result}: no indicator could be counted.",
            "{result}: tidak ada indikator yang dapat dihitung."),
        SkpStepCode.ResultOfOne => (
            "{result}: one indicator counts, {value}.",
            "{result}: satu indikator dihitung, {value}."),
        SkpStepCode.ResultMean => (
            "{result}: ({terms}) ÷ {count} = {value}.",
            "{result}: ({terms}) ÷ {count} = {value}."),
        SkpStepCode.IndicatorsLeftOut => (
            "{result}: indicators without a figure, left out and never a zero: {count}.",
            "{result}: indikator tanpa angka, tidak diikutkan dan tidak dihitung nol: {count}."),
        SkpStepCode.ResultAdditional => (
            "{result}: an additional result, shown beside the main ones and not counted.",
            "{result}: hasil kerja tambahan, ditampilkan di samping hasil kerja utama dan tidak dihitung."),
        SkpStepCode.PlanNotCounted => (
            "Plan from {plan}: no main result could be counted.",
            "SKP mulai {plan}: tidak ada hasil kerja utama yang dapat dihitung."),
        SkpStepCode.PlanOfOne => (
            "Plan from {plan}: one main result counts, {value}.",
            "SKP mulai {plan}: satu hasil kerja utama dihitung, {value}."),
        SkpStepCode.PlanMean => (
            "Plan from {plan}, main results of equal weight: ({terms}) ÷ {count} = {value}.",
            "SKP mulai {plan}, hasil kerja utama berbobot sama: ({terms}) ÷ {count} = {value}."),
        SkpStepCode.PlanWeighed => (
            "Plan from {plan}, main results by their weights: ({terms}) ÷ {weight} = {value}.",
            "SKP mulai {plan}, hasil kerja utama menurut bobotnya: ({terms}) ÷ {weight} = {value}."),
        SkpStepCode.ResultsLeftOut => (
            "Plan from {plan}: main results without a figure or a weight, left out and never a zero: {count}.",
            "SKP mulai {plan}: hasil kerja utama tanpa angka atau tanpa bobot, tidak diikutkan dan tidak dihitung "
            + "nol: {count}."),
        SkpStepCode.SkpNotCounted => (
            "SKP: nothing could be counted. There is no figure, which is not zero.",
            "SKP: tidak ada yang dapat dihitung. Tidak ada angka, dan itu bukan nol."),
        SkpStepCode.SkpOfOnePlan => (
            "SKP: one plan counts, {value}.",
            "SKP: satu SKP dihitung, {value}."),
        SkpStepCode.SkpByDays => (
            "SKP, plans by the days that they held: {terms} = {value}.",
            "SKP, menurut jumlah hari berlakunya: {terms} = {value}."),
        SkpStepCode.SkpByMonths => (
            "SKP, plans by the months that they held: {terms} = {value}.",
            "SKP, menurut jumlah bulan berlakunya: {terms} = {value}."),
        SkpStepCode.PlansLeftOut => (
            "Plans without a figure or a weight, left out and never a zero: {count}.",
            "SKP tanpa angka atau tanpa bobot, tidak diikutkan dan tidak dihitung nol: {count}."),
    };
}
