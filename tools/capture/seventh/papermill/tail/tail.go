// Package tail follows all logs of a folder.
package tail

import (
	"bufio"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
)

type followed struct {
	path    string
	file    *os.File
	lines   *bufio.Reader
	started os.FileInfo
}

// Tailer reads what is new in its files.
type Tailer struct {
	folder string
	take   func(line string)
	open   map[string]*followed
	files  []*followed
}

// New follows folder/*.log and gives the lines to take.
func New(folder string, take func(line string)) *Tailer {
	return &Tailer{folder: folder, take: take, open: make(map[string]*followed)}
}

// Scan looks for new files and reads all that are open.
func (t *Tailer) Scan() {
	paths, err := filepath.Glob(filepath.Join(t.folder, "*.log"))
	if err != nil {
		log.Print(err)
	}
	for _, path := range paths {
		if t.open[path] == nil {
			t.follow(path)
		}
	}
	kept := t.files[:0]
	for _, f := range t.files {
		t.read(f)
		if t.renamed(f) {
			delete(t.open, f.path)
			f.file.Close()
			continue
		}
		kept = append(kept, f)
	}
	t.files = kept
}

func (t *Tailer) follow(path string) {
	file, err := os.Open(path)
	if err != nil {
		log.Print(err)
		return
	}
	started, err := file.Stat()
	if err != nil {
		log.Print(err)
	}
	f := &followed{path: path, file: file, lines: bufio.NewReaderSize(file, 4<<10), started: started}
	t.open[path] = f
	t.files = append(t.files, f)
}

// renamed says that another file is at the path now.
func (t *Tailer) renamed(f *followed) bool {
	now, err := os.Stat(f.path)
	if err != nil {
		return false // it may come back: rotation is not atomic
	}
	return !os.SameFile(now, f.started)
}

func (t *Tailer) read(f *followed) {
	for {
		line, err := f.lines.ReadString('\n')
		if line != "" {
			t.take(strings.TrimSuffix(line, "\n"))
		}
		if err != nil {
			if err != io.EOF {
				log.Print(err)
			}
			return
		}
	}
}
