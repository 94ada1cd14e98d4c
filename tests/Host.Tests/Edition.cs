// These tests run the function app in their own process, which only the local edition's worker can do.
[assembly: AssemblyTrait("Edition", "local")]
