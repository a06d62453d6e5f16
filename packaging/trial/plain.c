/* A plain python.exe for the trial under Wine: the measure the packaged program is compared with. */
#include <windows.h>

typedef int (*python_main)(int, wchar_t **);

int wmain(int count, wchar_t **words)
{
    HMODULE library = LoadLibraryW(L"python311.dll");
    python_main run = library == NULL ? NULL : (python_main)(void *)GetProcAddress(library, "Py_Main");
    return run == NULL ? 3 : run(count, words);
}
