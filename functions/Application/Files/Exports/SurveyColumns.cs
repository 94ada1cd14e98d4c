using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Surveys;

namespace Kinerja.Application.Files.Exports;

/// <summary>What a row says.</summary>
internal enum SurveyRowState
{
    /// <summary>How often the answer was given.</summary>
    Counted,

    /// <summary>One answer in words, whosever.</summary>
    Words,

    /// <summary>Too few answered to be shown.</summary>
    TooFew,

    /// <summary>So many groups are not shown.</summary>
    GroupsLeftOut,
}

/// <param name="Question">The question.</param>
/// <param name="Responses">How many answered anything.</param>
/// <param name="Counts">Of all, or of a group.</param>
/// <param name="State">What the row says.</param>
internal sealed record SurveyRow(
    QuestionResultResponse Question, int Responses, AnswerCountsResponse Counts, SurveyRowState State)
{
    public string? Answer { get; init; }

    public int? Times { get; init; }
}

/// <summary>A row an answer that could be given, of all and of each group that may be shown.</summary>
internal static class SurveyColumns
{
    internal static readonly IReadOnlyList<SheetColumn<SurveyRow>> All =
    [
        new("question", "Question", "Pertanyaan", r => r.Question.Id),
        new("kind", "Kind", "Jenis", r => ExportTexts.Of(r.Question.Kind)),
        new("words", "Wording", "Bunyi pertanyaan", r => r.Question.Question),
        new("responses", "Responses", "Tanggapan", r => r.Responses),
        new("group", "Group", "Kelompok", r => ExportTexts.OfGroup(r.Counts.Group)),
        new("state", "State", "Status", r => ExportTexts.Of(r.State)),
        new("answered", "Answered", "Menjawab", r => r.Counts.Answered),
        new("answer", "Answer", "Jawaban", r => r.Answer),
        new("times", "Times", "Banyaknya", r => r.Times),
        new("meanStep", "Mean step", "Rata-rata langkah", r => r.Counts.MeanStep),
    ];
}
