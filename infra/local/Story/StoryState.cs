using System.Text.Json;

namespace Kinerja.Local.Story;

/// <summary>
/// How far the story has been told, kept in a file, so that a second start goes on. Everything it sends may be sent
/// again: after a crash the day it was in is simply repeated.
/// </summary>
/// <param name="SetUp">Whether the sample agencies are registered.</param>
/// <param name="LastDay">The last day that was replayed; null before the first.</param>
/// <param name="Clock">Where the story's clock stood.</param>
/// <param name="Objector">Who objected, once all was told; after that the clock may be anywhere.</param>
internal sealed record StoryState(bool SetUp, DateOnly? LastDay, DateTimeOffset Clock, string? Objector = null)
{
    internal static StoryState Load(string folder, DateTimeOffset start)
    {
        var path = PathIn(folder);
        return File.Exists(path)
            ? JsonSerializer.Deserialize<StoryState>(File.ReadAllText(path))!
            : new StoryState(SetUp: false, LastDay: null, start);
    }

    internal void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var draft = PathIn(folder) + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(this));
        File.Move(draft, PathIn(folder), overwrite: true);
    }

    private static string PathIn(string folder) => Path.Combine(folder, "story.json");
}
