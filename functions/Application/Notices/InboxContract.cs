using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using NodaTime;

namespace Kinerja.Application.Notices;

public readonly struct InboxItemResponse(InboxItem item, bool indonesian)
{
    public string Id => item.Id;
    public NoticeCode Code => item.Notice.Code;
    public string Text => NoticeTexts.Of(item.Notice, indonesian);
    public Instant At => item.Notice.At;
    public Instant? SeenAt => item.SeenAt;
    public Instant? EndedAt => item.EndedAt;
    public NoticeSubject About => item.Notice.About;
}

public sealed record InboxResponse(int Unseen, IReadOnlyList<InboxItemResponse> Items)
{
    public static InboxResponse Of(InboxPage page, bool indonesian) =>
        new(page.Unseen, [.. page.Page.Items.Select(item => new InboxItemResponse(item, indonesian))]);
}

/// <summary>Which items were seen, by their ids; 100 at most.</summary>
public sealed record SeenRequest(IReadOnlyList<string?>? Ids)
{
    private const int MostIds = 100;
    private const int MostLetters = 60;

    public Result<IReadOnlyList<string>> Read()
    {
        var fields = new FieldReader();
        if (Ids is not { Count: > 0 and <= MostIds })
        {
            fields.Add("ids", $"A list of 1 to {MostIds} ids of this inbox is expected.");
        }
        else
        {
            foreach (var (i, _) in Ids.Index().Where(id => !IsId(id.Item)))
            {
                fields.Add($"ids/{i}", "An id as the inbox gave it is expected.");
            }
        }

        return fields.Finish<IReadOnlyList<string>>(() => [.. Ids!.OfType<string>()]);
    }

    private static bool IsId(string? text) =>
        text is { Length: > 0 and <= MostLetters } && text.All(c => char.IsAsciiHexDigitLower(c) || c == '-');
}

public sealed record SeenResponse(int Unseen);
