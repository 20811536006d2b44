//! What happens when something goes wrong outside: killed runs, full disks, folders that cannot be written, files that
//! come and go, odd things in a folder, two runs at once, closed pipes. Whatever it is, no file is ever half written.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use rapporteur_corpus::{document::Document, reading, record_file};

use crate::support::{Run, rapporteur, run};

/// An article that is like no other of another number.
fn article(number: usize, said: &str) -> String {
    format!("Leaders meet {number}\n\nPublished: 30 Oct. 2025, 15:30\n\n“{said} {number},” President Ada Okoro said.\n")
}

fn stem(number: usize) -> String {
    format!("{number:04}")
}

/// The record that the reader makes of an article, as its file holds it.
fn record_of(id: &str, text: &str) -> String {
    record_file::print(&reading::read(&Document::parse(text), id).record)
}

/// A folder with so many articles.
fn folder_of(articles: usize, said: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_articles(folder.path(), articles, said);
    folder
}

fn write_articles(folder: &Path, articles: usize, said: &str) {
    for number in 0..articles {
        fs::write(folder.join(format!("{}.txt", stem(number))), article(number, said)).unwrap();
    }
}

/// Everything in a folder, by name; what cannot be read is nothing.
fn contents(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).ok())).collect()
}

/// Files that a killed run has left: they are known by their names, and are neither articles nor records.
fn leftovers(folder: &Path) -> Vec<String> {
    let is_ours = |name: &String| name.starts_with(".rapporteur-") && !name.contains(".txt") && !name.contains(".json");
    let known = |name: &String| [".txt", ".record.json"].iter().any(|end| name.ends_with(end)) && !is_ours(name);
    let others: Vec<String> = contents(folder).into_keys().filter(|name| !known(name)).collect();
    assert!(others.iter().all(is_ours), "{others:?}");
    others
}

fn command(arguments: &[&str], folder: &Path) -> Command {
    let mut command = rapporteur();
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Waits until something is so, while a child runs. Where the child ends before, there is nothing to wait for.
fn wait_until(child: &mut Child, is_so: impl Fn() -> bool) {
    while !is_so() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
}

/// Numbers that look like chance and are the same in every run.
fn chance(seed: u64) -> impl Iterator<Item = usize> {
    let step =
        |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
    std::iter::successors(step(&seed), step).map(|state| usize::try_from(state >> 40).unwrap())
}

#[cfg(unix)]
mod on_unix {
    use std::{
        io::{Read, Write},
        os::unix::{
            fs::{FileTypeExt, PermissionsExt, symlink},
            process::ExitStatusExt,
        },
    };

    use super::*;

    /// Kills runs of `accept --yes` once the record of some article, chosen by chance, is another than before, and gives
    /// the files as each run has left them.
    fn killed(folder: &Path, articles: usize, kills: usize, seed: u64) -> Vec<BTreeMap<String, Option<Vec<u8>>>> {
        let chosen = chance(seed).map(|number| number % articles).take(kills);
        let left = chosen.map(|number| {
            let path = folder.join(format!("{}.record.json", stem(number)));
            let before = fs::read(&path).ok();
            let mut child = command(&["accept", "--yes", "."], folder).stdout(Stdio::null()).spawn().unwrap();
            wait_until(&mut child, || fs::read(&path).ok() != before);
            child.kill().unwrap();
            child.wait().unwrap();
            leftovers(folder);
            contents(folder)
        });
        left.collect()
    }

    #[test]
    fn a_run_that_is_killed_leaves_old_or_new_records_and_no_half_ones() {
        const ARTICLES: usize = 1_000;
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        let mut before: BTreeMap<String, Option<Vec<u8>>> = contents(here);
        for (said, seed) in [("They met", 1), ("They did not meet", 2)] {
            // There is little to read in them, and more time is spent on writing.
            let text = |number: usize| format!("{said} in room {number}.\n");
            for number in 0..ARTICLES {
                fs::write(here.join(format!("{}.txt", stem(number))), text(number)).unwrap();
            }
            let left = killed(here, ARTICLES, 2, seed);
            let done = run(&["accept", "--yes", "."], here);
            assert_eq!(done.code, Some(0), "{}{}", done.out, done.err);
            let after = contents(here);
            for (name, found) in left.into_iter().flatten().filter(|(name, _)| name.ends_with(".record.json")) {
                let may_be = [before.get(&name), after.get(&name)];
                assert!(may_be.contains(&Some(&found)), "{name} is half a record");
            }
            for number in (0..ARTICLES).step_by(50) {
                let record = record_of(&stem(number), &text(number)).into_bytes();
                assert_eq!(after[&format!("{}.record.json", stem(number))], Some(record));
            }
            before = after;
        }
        // What is left of killed runs is in nobody's way.
        fs::write(here.join(".rapporteur-AbCdEf"), "{\"schema\": \"rapp").unwrap();
        assert!(!leftovers(here).is_empty());
        let check = run(&["check", "."], here);
        assert!(check.out.contains("read 1000 articles, 1000 records, "), "{}", check.out);
        assert_eq!(check.code, Some(0), "{}", check.out);
    }

    /// Runs the command in a shell that has done something before, such as setting a limit.
    fn run_after(before: &str, arguments: &[&str], folder: &Path) -> (std::process::ExitStatus, String, String) {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{before}; exec \"$0\" \"$@\"")]).arg(rapporteur().get_program()).args(arguments);
        let output = shell.current_dir(folder).stdin(Stdio::null()).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status, text(output.stdout), text(output.stderr))
    }

    #[test]
    fn a_record_that_finds_no_room_is_told_and_the_old_one_stays() {
        let folder = folder_of(2, "We agree");
        let here = folder.path();
        assert_eq!(run(&["accept", "0000.txt"], here).code, Some(0));
        write_articles(here, 2, "We differ");
        let before = contents(here);
        // No file may grow beyond half a kilobyte, or a whole one, whatever the shell counts in.
        let (status, _, err) = run_after("ulimit -f 1; trap '' XFSZ", &["accept", "--yes", "."], here);
        assert_eq!(status.code(), Some(2), "{err}");
        let told = "error: ./0000.record.json: file too large\nerror: ./0001.record.json: file too large\n";
        assert_eq!((err.as_str(), contents(here)), (told, before.clone()));
        let (status, _, err) =
            run_after("ulimit -f 1; trap '' XFSZ", &["check", "--write-baseline", "--warn", "A001", "."], here);
        assert!(status.code() == Some(0) || err.contains("file too large"), "{err}");
        // Where the limit ends the program, it is as if it had been killed.
        let (status, ..) = run_after("ulimit -f 1", &["accept", "--yes", "."], here);
        assert!(status.signal().is_some() || status.code() == Some(2), "{status:?}");
        let mut after = contents(here);
        after.retain(|name, _| !name.starts_with(".rapporteur-") && name != rapporteur::baseline::NAME);
        assert_eq!(after, before);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn output_that_finds_no_room_is_told_by_every_command() {
        let folder = folder_of(1, "We agree");
        let here = folder.path();
        fs::create_dir(here.join("pages")).unwrap();
        assert_eq!(run(&["accept", "."], here).code, Some(0));
        let quotes = serde_json::json!([{ "start": 0, "end": 7 }]);
        let gold = serde_json::json!({ "id": "a", "text": article(0, "We agree"), "quotes": quotes });
        fs::write(here.join("gold.jsonl"), gold.to_string()).unwrap();
        for arguments in [
            "read 0000.txt",
            "read --to jsonl .",
            "read --to attributions .",
            "read --from jsonl gold.jsonl",
            "check .",
            "check --format json .",
            "check --format sarif .",
            "check --format github .",
            "check --format rdjson .",
            "check --fix .",
            "accept .",
            "accept --dry-run .",
            "accept --reviewed 0000.txt",
            "show .",
            "show --explain .",
            "explain",
            "explain A001",
            "diff 0000.record.json 0000.record.json",
            "score .",
            "score gold.jsonl",
            "init pages",
            "completions bash",
            "man pages",
        ] {
            let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            let words: Vec<&str> = arguments.split(' ').collect();
            let output = command(&words, here).stdout(full).output().unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!(err, "error: the output could not be written: no space left on device\n", "{arguments}");
            assert_eq!(output.status.code(), Some(2), "{arguments}");
        }
        let (record, text) = (here.join("0000.record.json"), article(0, "We agree"));
        let record = record_file::parse(&fs::read(record).unwrap()).unwrap().record;
        assert_eq!(record.source, reading::source(&text));
    }

    /// A real disk that is full, where the system lets anybody mount one of his own.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_and_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        let script = "mount -t tmpfs -o size=64k,nr_inodes=100 none . && cd \"$PWD\" && cp \"$OLDPWD/../a.txt\" . 2>/dev/null; \
                      printf 'Leaders meet\\n\\n“We agree,” President Ada Okoro said.\\n' > a.txt; \"$0\" accept . > /dev/null || exit 90; \
                      cp a.record.json /dev/shm/old.$$ || exit 91; printf 'More.\\n' >> a.txt; cat /dev/zero > fill 2>/dev/null; \
                      \"$0\" accept --yes .; code=$?; cmp a.record.json /dev/shm/old.$$ || code=92; rm /dev/shm/old.$$; ls -A; exit $code";
        let output = Command::new("unshare")
            .args(["-rm", "sh", "-c", script])
            .arg(rapporteur().get_program())
            .current_dir(here)
            .output();
        let Ok(output) = output else { return };
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        if output.status.code() == Some(1) && err.contains("unshare") || err.contains("mount") {
            // It does not; a limit of the size of files has been tried above.
            return;
        }
        assert_eq!(output.status.code(), Some(2), "{out}{err}");
        assert!(err.contains("error: ./a.record.json: no space left on device\n"), "{err}");
        assert!(out.ends_with("\na.record.json\na.txt\nfill\n"), "{out}");
    }

    /// Whether the tests are run by somebody whom no permission stops.
    fn is_root() -> bool {
        Command::new("id").arg("-u").output().unwrap().stdout == b"0\n"
    }

    /// Runs the command as somebody whom permissions stop: as nobody, where the tests are run by root.
    fn run_as_nobody(arguments: &[&str], folder: &Path) -> Run {
        let place = tempfile::tempdir().unwrap();
        let mut command = if is_root() {
            // Where the tests build, nobody may be allowed to look.
            let copy = place.path().join("rapporteur");
            fs::copy(rapporteur().get_program(), &copy).unwrap();
            for path in [place.path(), &copy] {
                fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
            }
            let mut command = Command::new("setpriv");
            command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups", "--"]).arg(copy);
            command
        } else {
            rapporteur()
        };
        let output = command.args(arguments).current_dir(folder).stdin(Stdio::null()).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_cannot_be_written_is_told_and_left_as_it_is() {
        let folder = folder_of(1, "We agree");
        let here = folder.path();
        fs::write(here.join("a.txt"), "Harbour news\n\nThe door “is open.\n").unwrap();
        let record = record_of("a", "Harbour news\n").replace("  ", " ");
        fs::write(here.join("a.record.json"), record).unwrap();
        let before = contents(here);
        let mode = |mode: u32| fs::set_permissions(here, fs::Permissions::from_mode(mode)).unwrap();
        mode(0o555);
        let accept = run_as_nobody(&["accept", "--yes", "."], here);
        let fix = run_as_nobody(&["check", "--fix", "."], here);
        let baseline = run_as_nobody(&["check", "--write-baseline", "."], here);
        let check = run_as_nobody(&["check", "--no-baseline", "."], here);
        let pages = run_as_nobody(&["man", "."], here);
        let set_up = run_as_nobody(&["init", "."], here);
        mode(0o755);
        for (name, run) in
            [("accept", &accept), ("fix", &fix), ("baseline", &baseline), ("man", &pages), ("init", &set_up)]
        {
            assert_eq!(run.code, Some(2), "{name}: {run:?}");
            assert!(run.err.contains(": permission denied\n"), "{name}: {}", run.err);
        }
        assert!(accept.err.starts_with("error: ./0000.record.json: permission denied\n"), "{}", accept.err);
        assert!(fix.err.contains("error: ./a.record.json: it was not mended: permission denied\n"), "{}", fix.err);
        assert!(check.out.contains("error[source-mismatch]"), "what can be read is checked: {}", check.out);
        assert_eq!(contents(here), before);
    }

    #[test]
    fn what_not_even_root_can_write_is_told() {
        let folder = folder_of(1, "We agree");
        let here = folder.path();
        for (file, why) in
            [("0000.txt/known.json", "not a directory"), ("nowhere/known.json", "no such file or directory")]
        {
            let refused =
                run(&["check", "--write-baseline", "--baseline", file, "--warn", "article-without-record", "."], here);
            assert_eq!(refused.code, Some(2), "{refused:?}");
            assert!(refused.err.contains(file) && refused.err.contains(why), "{}", refused.err);
        }
        assert_eq!(contents(here).len(), 1);
    }

    #[test]
    fn what_may_not_be_read_is_told_and_the_rest_goes_on() {
        let folder = folder_of(2, "We agree");
        let here = folder.path();
        fs::create_dir(here.join("closed")).unwrap();
        for name in ["closed", "0000.txt"] {
            fs::set_permissions(here.join(name), fs::Permissions::from_mode(0o0)).unwrap();
        }
        fs::set_permissions(here, fs::Permissions::from_mode(0o755)).unwrap();
        let check = run_as_nobody(&["check", "."], here);
        fs::set_permissions(here.join("closed"), fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(check.code, Some(2), "{check:?}");
        assert_eq!(check.err, "error: ./closed: permission denied\n");
        assert!(
            check.out.contains("error[unreadable-article]") && check.out.contains("read 1 article,"),
            "{}",
            check.out
        );
    }

    /// Starts a run over standard input and a folder, lets something happen once the folder is listed and before
    /// anything in it is read, and gives what becomes of it.
    fn meanwhile(arguments: &[&str], folder: &Path, happens: impl FnOnce()) -> Run {
        let mut command = command(&[arguments, &["-", "."]].concat(), folder);
        // One thread takes the articles in their order, of which standard input is the first.
        let mut child = command.stdin(Stdio::piped()).env("RAYON_NUM_THREADS", "1").spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // The beginning of a report may be more than a pipe holds, and is read at once.
        let output = std::thread::spawn(move || child.wait_with_output().unwrap());
        // More than a pipe holds: once it is written, the folder has been listed.
        stdin.write_all("They met. \n".repeat(30_000).as_bytes()).unwrap();
        happens();
        drop(stdin);
        let output = output.join().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[test]
    fn a_file_that_is_gone_before_it_is_read_is_told() {
        let told = "error: ./0001.txt: it was there a moment ago and is gone\n";
        for arguments in [&["check"][..], &["check", "--format", "sarif"], &["check", "--fix"]] {
            let folder = folder_of(3, "We agree");
            let gone = meanwhile(arguments, folder.path(), || fs::remove_file(folder.path().join("0001.txt")).unwrap());
            assert_eq!((gone.code, gone.err.as_str()), (Some(2), told), "{arguments:?}: {}", gone.out);
        }
        let folder = folder_of(3, "We agree");
        let gone = meanwhile(&["read", "--to", "jsonl"], folder.path(), || {
            fs::remove_file(folder.path().join("0001.txt")).unwrap();
        });
        assert_eq!((gone.code, gone.out.lines().count()), (Some(1), 4), "{gone:?}");
        assert!(gone.out.contains("{\"id\":\"0001\",\"error\":\"./0001.txt: no such file\"}"), "{}", gone.out);
    }

    #[test]
    fn a_file_that_grows_before_it_is_read_is_read_as_it_is_then() {
        let folder = folder_of(2, "We agree");
        let here = folder.path();
        assert_eq!(run(&["accept", "."], here).code, Some(0));
        let grown = meanwhile(&["check"], here, || {
            let mut file = fs::OpenOptions::new().append(true).open(here.join("0001.txt")).unwrap();
            file.write_all(b"More.\n").unwrap();
        });
        assert_eq!(grown.code, Some(1), "{grown:?}");
        assert!(
            grown.out.contains("error[source-mismatch]") && grown.out.contains("./0001.record.json"),
            "{}",
            grown.out
        );
        let whole = here.join("0000.txt");
        let swapped = meanwhile(&["check", "--limit-bytes", "400000"], here, || {
            fs::remove_file(&whole).unwrap();
            symlink("/dev/zero", &whole).unwrap();
        });
        assert!(swapped.out.contains("it is a pipe, a socket or a device, not a file"), "{}", swapped.out);
    }

    #[test]
    fn articles_that_change_while_others_are_accepted_get_the_records_of_what_they_are() {
        const ARTICLES: usize = 800;
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        // Long names fill the pipe of the output, and then the run waits until somebody reads on.
        let name = |number: usize| format!("{number:04}{}", "-".repeat(200));
        for number in 0..ARTICLES {
            fs::write(here.join(format!("{}.txt", name(number))), article(number, "We agree")).unwrap();
        }
        let mut child = command(&["accept", "."], here).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        let mut out = vec![0];
        stdout.read_exact(&mut out).unwrap();
        let (edited, gone) = (ARTICLES - 1, ARTICLES - 2);
        let record = |number: usize| here.join(format!("{}.record.json", name(number)));
        assert!(!record(edited).exists() && !record(gone).exists(), "the run is to wait before it comes to them");
        let text = article(edited, "No, we differ");
        fs::write(here.join(format!("{}.txt", name(edited))), &text).unwrap();
        fs::remove_file(here.join(format!("{}.txt", name(gone)))).unwrap();
        stdout.read_to_end(&mut out).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(2));
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert_eq!(err, format!("error: ./{}.txt: it was there a moment ago and is gone\n", name(gone)));
        assert!(out.contains("wrote 799 records; 0 unchanged, 0 left alone, 1 refused\n"), "{out}");
        assert!(!record(gone).exists());
        assert_eq!(fs::read_to_string(record(edited)).unwrap(), record_of(&name(edited), &text));
    }

    #[test]
    fn an_article_that_never_rests_gets_no_record_of_what_it_never_was() {
        let folder = folder_of(1, "We agree");
        let here = folder.path();
        let (path, is_over) = (here.join("0000.txt"), std::sync::atomic::AtomicBool::new(false));
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| {
                let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
                // So little that a record is read more quickly than the article grows.
                while !is_over.load(std::sync::atomic::Ordering::Relaxed) {
                    file.write_all("More.\n".as_bytes()).unwrap();
                    std::thread::sleep(std::time::Duration::from_millis(5));
                }
            });
            for _ in 0..8 {
                let accept = run(&["accept", "--yes", "."], here);
                assert!([Some(0), Some(2)].contains(&accept.code), "{accept:?}");
                if let Ok(bytes) = fs::read(here.join("0000.record.json")) {
                    let record = record_file::parse(&bytes).unwrap().record;
                    let text = fs::read_to_string(&path).unwrap();
                    let was = &text[..record.source.bytes as usize];
                    assert_eq!(String::from_utf8(bytes).unwrap(), record_of("0000", was));
                }
            }
            is_over.store(true, std::sync::atomic::Ordering::Relaxed);
            writer.join().unwrap();
        });
        assert_eq!(run(&["accept", "--yes", "."], here).code, Some(0));
        assert_eq!(leftovers(here), [""; 0]);
    }

    #[test]
    fn nothing_odd_in_a_folder_keeps_a_run_from_its_end() {
        let folder = folder_of(1, "We agree");
        let here = folder.path();
        symlink("b.txt", here.join("a.txt")).unwrap();
        symlink("a.txt", here.join("b.txt")).unwrap();
        symlink(here, here.join("again")).unwrap();
        fs::create_dir(here.join("sub")).unwrap();
        symlink("..", here.join("sub/up")).unwrap();
        symlink("0000.txt", here.join("link.txt")).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(here.join("s.txt")).unwrap();
        assert!(fs::metadata(here.join("s.txt")).unwrap().file_type().is_socket());
        for name in ["pipe.txt", "0000.record.json", "rapporteur-baseline.json.txt"] {
            assert!(Command::new("mkfifo").arg(here.join(name)).status().unwrap().success());
        }
        fs::create_dir(here.join("folder.txt")).unwrap();
        fs::create_dir(here.join("folder.record.json")).unwrap();
        fs::write(here.join("folder.txt/inside.txt"), article(1, "We agree")).unwrap();
        let check = run(&["check", "."], here);
        assert_eq!((check.code, check.err.as_str()), (Some(1), ""), "{}", check.out);
        for (told, times) in [
            ("it is a pipe, a socket or a device, not a file", 4),
            ("it is a folder, not a file", 2),
            ("too many levels of symbolic links", 2),
            ("read 3 articles, ", 1),
        ] {
            assert_eq!(check.out.matches(told).count(), times, "{told}: {}", check.out);
        }
        let accept = run(&["accept", "."], here);
        assert_eq!(accept.code, Some(1), "{accept:?}");
        assert!(accept.out.contains("wrote 2 records; "), "{}", accept.out);
        for command in ["show", "read"] {
            let shown = run(&[command, "."], here);
            assert!([Some(1), Some(2)].contains(&shown.code), "{command}: {shown:?}");
        }
        let lines = run(&["read", "--to", "jsonl", "."], here);
        assert_eq!(lines.code, Some(1), "{lines:?}");
        for arguments in [&["diff", ".", "sub"][..], &["score", "."], &["check", "--baseline", "pipe.txt", "."]] {
            assert_ne!(run(arguments, here).code, None, "{arguments:?}");
        }
    }

    #[test]
    fn a_path_too_long_for_the_system_is_told_and_the_rest_goes_on() {
        let folder = folder_of(1, "We agree");
        let here = folder.path();
        // No path of its own leads into the depth: half of it is made elsewhere and moved there.
        let name = "d".repeat(200);
        let nested = |top: &Path, depth: usize| {
            let path = (0..depth).fold(top.to_owned(), |path, _| path.join(&name));
            fs::create_dir_all(&path).unwrap();
            path
        };
        let (upper, lower) = (nested(&here.join("upper"), 12), nested(&here.join("lower"), 12));
        fs::write(lower.join("a.txt"), article(1, "We agree")).unwrap();
        fs::write(upper.join("b.txt"), article(2, "We agree")).unwrap();
        fs::rename(here.join("lower"), upper.join("lower")).unwrap();
        let check = run(&["check", "."], here);
        assert_eq!(check.code, Some(2), "{}{}", check.out, check.err);
        assert!(check.err.ends_with(": file name too long\n"), "{}", check.err);
        assert!(check.out.contains("read 2 articles, "), "{}", check.out);
        // From inside, paths are short again; a record is written by its whole path, for which there is no room.
        let inside = upper.join("lower");
        let check = run(&["check", "."], &inside);
        assert_eq!(check.code, Some(0), "{}{}", check.out, check.err);
        assert!(check.out.contains("read 1 article, 0 records, "), "{}", check.out);
        let accept = run(&["accept", "."], &inside);
        assert!(accept.code == Some(0) || accept.err.ends_with(": file name too long\n"), "{accept:?}");
    }

    #[test]
    fn two_runs_at_once_write_the_same_records() {
        const ARTICLES: usize = 150;
        let folder = folder_of(ARTICLES, "We agree");
        let here = folder.path();
        for round in 0..2 {
            if round == 1 {
                write_articles(here, ARTICLES, "We differ");
            }
            let children: Vec<Child> =
                (0..2).map(|_| command(&["accept", "--yes", "."], here).spawn().unwrap()).collect();
            for child in children {
                let output = child.wait_with_output().unwrap();
                let err = String::from_utf8_lossy(&output.stderr).into_owned();
                // Where one sees the other at work, it may say so, and nothing worse.
                let is_said = |line: &str| line.ends_with(": it or its record changed meanwhile; accept it again");
                assert!(output.status.code() == Some(0) || err.lines().all(is_said), "{:?}{err}", output.status);
            }
            let said = if round == 0 { "We agree" } else { "We differ" };
            for number in 0..ARTICLES {
                let record = fs::read_to_string(here.join(format!("{}.record.json", stem(number)))).unwrap();
                assert_eq!(record, record_of(&stem(number), &article(number, said)));
            }
            assert_eq!(leftovers(here), [""; 0]);
        }
    }

    #[test]
    fn two_runs_at_once_mend_the_same_records() {
        const ARTICLES: usize = 150;
        let folder = folder_of(ARTICLES, "We agree");
        let here = folder.path();
        let record = |number: usize| record_of(&stem(number), &article(number, "We agree"));
        for number in 0..ARTICLES {
            let compact: serde_json::Value = serde_json::from_str(&record(number)).unwrap();
            fs::write(here.join(format!("{}.record.json", stem(number))), compact.to_string()).unwrap();
        }
        let children: Vec<Child> = (0..2).map(|_| command(&["check", "--fix", "."], here).spawn().unwrap()).collect();
        for child in children {
            let output = child.wait_with_output().unwrap();
            let err = String::from_utf8_lossy(&output.stderr).into_owned();
            let is_said = |line: &str| line.ends_with("it or the file beside it changed meanwhile; check it again");
            assert!(output.status.code() == Some(0) || err.lines().all(is_said), "{:?}{err}", output.status);
        }
        for number in 0..ARTICLES {
            assert_eq!(fs::read_to_string(here.join(format!("{}.record.json", stem(number)))).unwrap(), record(number));
        }
        assert_eq!(leftovers(here), [""; 0]);
    }

    #[test]
    fn a_closed_pipe_ends_every_command_quietly() {
        let folder = folder_of(200, "We “agree");
        let here = folder.path();
        assert_eq!(run(&["accept", "0000.txt"], here).code, Some(0));
        for arguments in [
            "read --to jsonl .",
            "read --to attributions .",
            "read 0000.txt",
            "check .",
            "check --format json .",
            "check --format sarif .",
            "check --format github .",
            "check --format rdjson .",
            "check --fix .",
            "show .",
            "explain",
            "explain A001",
            "score .",
            "diff 0000.record.json 0000.record.json",
            "completions bash",
            "accept --dry-run .",
            "accept .",
        ] {
            let words: Vec<&str> = arguments.split(' ').collect();
            // Nobody reads, not even the first line.
            let (nobody, writer) = std::io::pipe().unwrap();
            drop(nobody);
            let child = command(&words, here).stdin(Stdio::piped()).stdout(writer).spawn().unwrap();
            let output = child.wait_with_output().unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!((output.status.code(), err.as_str()), (Some(141), ""), "{arguments}");
        }
        leftovers(here);
        let piped = format!("\"{}\" read --to jsonl . | head -n 1 | wc -l", rapporteur().get_program().display());
        let piped = Command::new("sh").args(["-c", &piped]).current_dir(here).output().unwrap();
        assert_eq!((piped.stdout.trim_ascii(), piped.stderr.as_slice()), (&b"1"[..], &b""[..]));
    }

    fn interrupt(child: &Child) {
        let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn ctrl_c_ends_a_check_as_a_shell_expects_it() {
        let folder = folder_of(1, "We agree");
        // What is run in the background may have been told to ignore the signal, and passes that on.
        let mut heeding = Command::new("env");
        heeding.args(["--default-signal=INT", rapporteur().get_program().to_str().unwrap(), "check", "-"]);
        heeding.current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = heeding.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // Once it is written, the run is under way, and waits for the rest.
        stdin.write_all("They met. \n".repeat(30_000).as_bytes()).unwrap();
        interrupt(&child);
        let status = child.wait().unwrap();
        drop(stdin);
        // A shell shows both as 130.
        assert!(status.code() == Some(130) || status.signal() == Some(2), "{status:?}");
    }

    #[test]
    fn ctrl_c_ends_a_run_that_mends_with_no_half_record() {
        const ARTICLES: usize = 1_000;
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        // A finding that no program mends, printed at length, fills the pipe of the output, and the run waits.
        let text = |number: usize| format!("Harbour {number}\n\nThe door “is open, said {number} of us.\n");
        let whole: Vec<String> = (0..ARTICLES).map(|number| record_of(&stem(number), &text(number))).collect();
        let compact = |record: &String| serde_json::from_str::<serde_json::Value>(record).unwrap().to_string();
        for (number, record) in whole.iter().enumerate() {
            fs::write(here.join(format!("{}.txt", stem(number))), text(number)).unwrap();
            fs::write(here.join(format!("{}.record.json", stem(number))), compact(record)).unwrap();
        }
        let mut child = command(&["check", "--fix", "--format", "json", "."], here).spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut [0; 200]).unwrap();
        interrupt(&child);
        stdout.read_to_end(&mut Vec::new()).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130));
        let mut mended = 0;
        for (number, record) in whole.iter().enumerate() {
            let found = fs::read_to_string(here.join(format!("{}.record.json", stem(number)))).unwrap();
            assert!(found == *record || found == compact(record), "the record of {number} is half a record: {found}");
            mended += usize::from(found == *record);
        }
        assert!(0 < mended && mended < ARTICLES, "{mended} mended");
        assert_eq!(leftovers(here), [""; 0]);
    }
}

/// Reads, checks and accepts a folder of so many tiny articles.
fn a_folder_of_many(articles: usize) {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    for number in 0..articles {
        fs::write(here.join(format!("{number}.txt")), format!("{number}\n")).unwrap();
    }
    let check = run(&["check", "."], here);
    assert_eq!((check.code, check.err.as_str()), (Some(0), ""));
    assert!(check.out.contains(&format!("read {articles} articles, 0 records, ")), "{}", check.out);
    let read = run(&["read", "--to", "jsonl", "."], here);
    assert_eq!((read.code, read.out.lines().count()), (Some(0), articles));
    let empty = PathBuf::from(here).join("empty");
    fs::create_dir(&empty).unwrap();
    for number in 0..articles {
        fs::write(empty.join(format!("{number}.txt")), "").unwrap();
    }
    let check = run(&["check", "empty"], here);
    assert_eq!(check.code, Some(1));
    assert!(check.out.contains(&format!("found {articles} errors, ")), "{}", check.out);
}

#[test]
fn a_folder_of_thousands_is_gone_through() {
    a_folder_of_many(5_000);
}

#[test]
#[ignore = "it takes minutes in a build that is not optimized"]
fn a_folder_of_a_hundred_thousand_is_gone_through() {
    a_folder_of_many(100_000);
}
