// Package jobs writes logs: short jobs with a log of their own each, and services whose log is renamed.
package jobs

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
)

// Jobs keeps so many logs in a folder.
type Jobs struct {
	folder string
	keep   int
}

// New writes below folder.
func New(folder string, keep int) *Jobs { return &Jobs{folder: folder, keep: keep} }

func (j *Jobs) path(n int) string { return filepath.Join(j.folder, fmt.Sprintf("job-%05d.log", n)) }

// Turn starts a job, lets the running ones write, and removes the log of the oldest.
func (j *Jobs) Turn(n int) {
	for i := n; i > n-j.keep && i >= 0; i-- {
		j.write(j.path(i), fmt.Sprintf("job %d says %d", i, n))
	}
	service := filepath.Join(j.folder, "service.log")
	j.write(service, fmt.Sprint("turn ", n))
	if n%20 == 19 {
		if err := os.Rename(service, service+".1"); err != nil {
			log.Print(err)
		}
	}
	if n >= j.keep {
		if err := os.Remove(j.path(n - j.keep)); err != nil {
			log.Print(err)
		}
	}
}

func (j *Jobs) write(path, line string) {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Print(err)
		return
	}
	defer f.Close()
	for i := 0; i < 6; i++ {
		if _, err := fmt.Fprintln(f, line, "and goes on"); err != nil {
			log.Print(err)
		}
	}
}
