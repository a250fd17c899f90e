// Package workload finds the definitions of workloads.
package workload

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

const scheme = "inline:"

// Write makes n definitions in a folder.
func Write(folder string, n int) error {
	for i := 0; i < n; i++ {
		var text strings.Builder
		for j := 0; j < 12; j++ {
			fmt.Fprintf(&text, "object-%d: %d copies\n", j, (i+j)%7)
		}
		if err := os.WriteFile(filepath.Join(folder, name(i)), []byte(text.String()), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func name(i int) string { return fmt.Sprintf("workload-%02d.txt", i) }

// Reader reads a definition: a text as it is, or workload n of a folder.
func Reader(where string, n int) (io.Reader, error) {
	if strings.HasPrefix(where, scheme) {
		return strings.NewReader(where[len(scheme):]), nil
	}
	f, err := os.Open(filepath.Join(where, name(n)))
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(f, 1024), nil
}
