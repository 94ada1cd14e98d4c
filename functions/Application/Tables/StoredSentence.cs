using System.Text.Json;
using Azure.Data.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Tables;

/// <summary>
/// What a kept sentence is made of, beside its English text, so that it can be told in both languages later. A value
/// that says the same in every language has no values of its own, a sentence within the sentence has, if only none.
/// </summary>
internal sealed record StoredSentence(
    string Text, IReadOnlyList<StoredSentence>? Values = null, string? Indonesian = null)
{
    /// <summary>Null when the English text is the whole template.</summary>
    internal static StoredSentence? Of(Sentence sentence) =>
        sentence.Values.Count == 0 && sentence.Indonesian is null ? null : Write(sentence);

    /// <summary>How much longer it makes a row.</summary>
    internal static int LettersOf(Sentence sentence) =>
        Of(sentence) is null ? 0 : sentence.Template.Length + (sentence.Indonesian?.Length ?? 0) + sentence.Values.Sum(
            value => value.ToString().Length + LettersOf(value));

    /// <param name="english">The text, also of rows that hold nothing beside it.</param>
    /// <param name="said">What it is made of.</param>
    internal static Sentence Read(string english, StoredSentence? said) =>
        said?.Read() ?? Sentence.Of(english, []);

    private static StoredSentence Write(Sentence sentence) => new(
        sentence.Template,
        sentence.IsPlain ? null : [.. sentence.Values.Select(Write)],
        sentence.Indonesian);

    private Sentence Read() => Indonesian is not null ? Sentence.Both(Text, Indonesian)
        : Values is null ? Sentence.Plain(Text)
        : Sentence.Of(Text, Values.Select(value => value.Read()));
}

/// <summary>A sentence in a column, and what it is made of in one beside it.</summary>
internal static class SentenceColumns
{
    internal static void PutSentence(this TableEntity row, string name, Sentence? sentence)
    {
        row.PutText(name, sentence?.ToString());
        row.PutText(name + "Said", sentence is not null && StoredSentence.Of(sentence) is { } said
            ? JsonSerializer.Serialize(said, StoredJson.Default.StoredSentence)
            : null);
    }

    internal static Sentence? SentenceOrNull(this TableEntity row, string name) =>
        row.GetString(name) is { } english
            ? StoredSentence.Read(english, row.GetString(name + "Said") is { } said
                ? JsonSerializer.Deserialize(said, StoredJson.Default.StoredSentence)
                : null)
            : null;
}
