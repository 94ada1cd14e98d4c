using Kinerja.Application.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Json;

public sealed class SentenceTextsTests
{
    public static TheoryData<string> Templates => [.. SentenceTexts.Read().Select(entry => entry.English)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void No_Indonesian_sentence_has_a_place_that_nothing_stands_in(string template)
    {
        var said = Sentence.Of(template, Enumerable.Range(0, 9).Select(i => Sentence.Plain($"{i}.5")));

        Assert.DoesNotMatch(@"\{\d", said.In(indonesian: true));
        Assert.NotEqual(said.In(indonesian: false), said.In(indonesian: true));
    }

    [Fact]
    public void A_figure_has_a_comma_in_Indonesian_and_a_date_is_ISOs()
    {
        Sentence figure = $"A number from 0 to {99.5m} with at most two decimals is expected.";
        Sentence period = $"{"2026-Q1"} has not begun.";

        Assert.Equal("Diharapkan angka 0 sampai 99,5 dengan paling banyak dua desimal.", figure.In(indonesian: true));
        Assert.Equal("A number from 0 to 99.5 with at most two decimals is expected.", figure.In(indonesian: false));
        Assert.Equal("2026-Q1 belum dimulai.", period.In(indonesian: true));
    }

    [Fact]
    public void A_sentence_within_a_sentence_is_told_in_the_language_of_the_whole()
    {
        Sentence said = $"{"ani-1"}: {(Sentence)"Not registered."}";

        Assert.Equal("ani-1: Belum terdaftar.", said.In(indonesian: true));
    }

    [Fact]
    public void What_has_no_entry_is_told_in_English() =>
        Assert.Equal("Never said.", ((Sentence)"Never said.").In(indonesian: true));

    [Fact]
    public void A_kept_sentence_can_be_told_in_both_languages_again()
    {
        Sentence nested = $"{"ani-1"}: {(Sentence)"Not registered."}";
        Sentence[] all =
        [
            "Not registered.", $"{"2026-Q1"} has not begun.", nested, Sentence.Both("One.", "Satu."),
        ];
        Assert.All(all, said =>
        {
            var kept = StoredSentence.Read(said.ToString(), StoredSentence.Of(said));
            Assert.Equal(
                (said.In(false), said.In(true), said.Template), (kept.In(false), kept.In(true), kept.Template));
        });
        Assert.Null(StoredSentence.Of("Not registered."));
    }

    [Fact]
    public void A_file_of_sentences_is_read_as_gettext_writes_it()
    {
        Assert.Equal(
            [("One \"two\".", "Satu \"dua\"."), ("Three.", "Tiga.")],
            SentenceTexts.Read(
                "# Word\nmsgid \"\"\n\"One \"\n\"\\\"two\\\".\"\nmsgstr \"Satu \\\"dua\\\".\"\n\nmsgid \"Three.\"\n"
                + "msgstr \"Tiga.\"\n"));
        Assert.Throws<FormatException>(() => SentenceTexts.Read("msgid One\n").ToList());
        Assert.Throws<FormatException>(() => SentenceTexts.Read("\"One\"\n").ToList());
    }
}
