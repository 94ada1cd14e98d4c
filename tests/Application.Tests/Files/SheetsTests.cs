using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Kinerja.Application.Files.Sheets;

namespace Kinerja.Application.Tests.Files;

public sealed class SheetsTests
{
    private static readonly IReadOnlyList<SheetColumn<Row>> Columns =
    [
        new("text", "Text", "Teks", r => r.Text),
        new("figure", "Figure", "Angka", r => r.Figure),
    ];

    [Fact]
    public async Task A_csv_guards_texts_quotes_what_must_be_and_leaves_numbers_alone()
    {
        var csv = await TextAsync(
            SheetFormat.Csv, new Row("=1+1", -1.5m), new Row("a,\"b\"\nc", 1000), new Row(null, null));

        Assert.Equal("\uFEFFText,Figure\r\n'=1+1,-1.5\r\n\"a,\"\"b\"\"\nc\",1000\r\n,\r\n", csv);
    }

    [Fact]
    public async Task Headings_are_in_the_callers_language_and_json_lines_keep_their_names()
    {
        var csv = await TextAsync(SheetFormat.Csv, indonesian: true);
        var lines = await TextAsync(SheetFormat.Jsonl, indonesian: true, new Row("=1+1", -1.5m), new Row("b", null));

        Assert.Equal("\uFEFFTeks,Angka\r\n", csv);
        Assert.Equal("{\"text\":\"=1+1\",\"figure\":-1.5}\n{\"text\":\"b\"}\n", lines);
    }

    [Fact]
    public async Task A_workbook_holds_texts_as_texts_and_no_formula()
    {
        using var bytes = new MemoryStream();
        await SheetFormat.Xlsx.WriteAsync(SheetOf(new Row("=1+1", -1.5m)), new NeverWaiting(bytes), false, default);

        using var book = new ZipArchive(new MemoryStream(bytes.ToArray()));
        using var sheet = book.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open();
        var cells = XDocument.Load(sheet).Descendants().Where(e => e.Name.LocalName == "c").ToList();
        Assert.Equal(["Text", "Figure", "=1+1", "-1.5"], cells.Select(c => c.Value));
        Assert.Equal(["inlineStr", null], cells.Skip(2).Select(c => (string?)c.Attribute("t")));
        Assert.DoesNotContain(cells.Elements(), e => e.Name.LocalName == "f");
    }

    /// <summary>Ten megabytes are asked for; less than one is ever ahead of what has been sent.</summary>
    [Theory]
    [InlineData(SheetFormat.Csv)]
    [InlineData(SheetFormat.Xlsx)]
    [InlineData(SheetFormat.Jsonl)]
    public async Task Rows_are_sent_while_they_are_read(SheetFormat format)
    {
        using var sent = new MemoryStream();
        var dice = new Random(1);
        var (made, ahead) = (0L, 0L);
        var rows = Enumerable.Range(0, 10_000).Select(_ =>
        {
            var noise = new byte[768];
            dice.NextBytes(noise);
            made += noise.Length;
            ahead = Math.Max(ahead, made - sent.Length);
            return new Row(Convert.ToBase64String(noise), 1);
        });

        await format.WriteAsync(Sheet.Of("s", Columns, rows.ToAsyncEnumerable()), sent, false, default);

        Assert.True(sent.Length > made, $"{sent.Length} of {made}");
        Assert.InRange(ahead, 0, 1_000_000);
    }

    [Fact]
    public async Task A_table_that_fails_under_way_is_not_ended()
    {
        static async IAsyncEnumerable<Row> Failing()
        {
            yield return new Row("a", 1);
            await Task.Yield();
            throw new InvalidOperationException("The store is away.");
        }

        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            await Assert.ThrowsAsync<InvalidOperationException>(
                () => format.WriteAsync(Sheet.Of("s", Columns, Failing()), Stream.Null, false, default));
        }
    }

    private static Task<string> TextAsync(SheetFormat format, params Row[] rows) => TextAsync(format, false, rows);

    private static async Task<string> TextAsync(SheetFormat format, bool indonesian, params Row[] rows)
    {
        using var bytes = new MemoryStream();
        await format.WriteAsync(SheetOf(rows), new NeverWaiting(bytes), indonesian, default);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static Sheet SheetOf(params Row[] rows) => Sheet.Of("s", Columns, rows.ToAsyncEnumerable());

    private sealed record Row(string? Text, decimal? Figure);

    /// <summary>As a server's response: whoever writes to it synchronously fails.</summary>
    private sealed class NeverWaiting(Stream to) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken) =>
            to.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            to.WriteAsync(buffer, offset, count, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
