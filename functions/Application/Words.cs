namespace Kinerja.Application;

/// <summary>The same said in English and in Indonesian.</summary>
internal readonly record struct Words(string English, string Indonesian)
{
    public static implicit operator Words((string English, string Indonesian) both) =>
        new(both.English, both.Indonesian);

    internal string In(bool indonesian) => indonesian ? Indonesian : English;
}
