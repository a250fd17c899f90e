// Package settings is what the service is told.
package settings

import (
	"os"
	"path/filepath"
	"strings"
	"sync"

	"go.herringrun.example/conf/herringrun/notify"
)

// Settings are read from a file.
type Settings struct {
	path string

	mu      sync.Mutex
	lines   []string
	watcher *notify.Watcher
}

// New reads from path.
func New(path string) *Settings { return &Settings{path: path} }

// Reload reads the file and watches its folder.
func (s *Settings) Reload() error {
	text, err := os.ReadFile(s.path)
	if err != nil {
		return err
	}
	watcher, err := notify.Open(filepath.Dir(s.path))
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines = strings.Split(string(text), "\n")
	s.watcher = watcher
	return nil
}
