// Package folders is the folders that there are.
package folders

import (
	"fmt"
	"log"
	"path"

	"go.marshland.example/survey/reedbank/notify"
)

const shortLived = 60

// Set has a number of folders of short life beside the steady ones.
type Set struct {
	watcher *notify.Watcher
	short   []string
}

// New is empty.
func New(w *notify.Watcher) *Set { return &Set{watcher: w} }

func full(name string) string {
	return path.Join("/sys/fs/control/kubelet/burstable", name, "cpu,cpuacct", "containers", name)
}

// Appear watches a new folder.
func (s *Set) Appear(name string) error { return s.watcher.Add(full(name)) }

// Turn lets the oldest short-lived folder vanish and a new one appear.
func (s *Set) Turn(turn int) {
	if len(s.short) >= shortLived {
		if err := s.watcher.Remove(full(s.short[0])); err != nil {
			log.Print(err)
		}
		s.short = append(s.short[:0], s.short[1:]...)
	}
	name := fmt.Sprintf("pod-%08x", turn)
	if err := s.Appear(name); err != nil {
		log.Print(err)
		return
	}
	s.short = append(s.short, name)
}
