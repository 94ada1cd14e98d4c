namespace Kinerja.FunctionsHost;

/// <summary>Notices the end of the process that started this one: the pipe that is our stdin closes with it.</summary>
internal static class ParentWatch
{
    public static void OnEnd(Action act) =>
        new Thread(() => Watch(act)) { IsBackground = true, Name = "parent watch" }.Start();

    private static void Watch(Action act)
    {
        using var stdin = Console.OpenStandardInput();
        Span<byte> unread = stackalloc byte[64];
        while (stdin.Read(unread) > 0)
        {
            // Nothing is said to us this way.
        }

        act();
    }
}
