// Package volume writes and reads volumes of entries in files.
package volume

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// Write writes a volume of n entries below a folder.
func Write(folder string, number, n int) (string, error) {
	path := filepath.Join(folder, fmt.Sprintf("volume-%d.csv", number))
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for i := 0; i < n; i++ {
		_ = w.Write([]string{strconv.Itoa(i), fmt.Sprintf("entry %d of volume %d", i, number), strconv.Itoa(i * 7 % 997)})
	}
	w.Flush()
	return path, os.WriteFile(path, out.Bytes(), 0o600)
}

// Entry is one.
type Entry struct {
	Number int
	Text   string
	Weight int
}

// Read reads a volume as a whole.
func Read(path string) ([]Entry, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return nil, err
	}
	entries := make([]Entry, 0, len(rows))
	for _, row := range rows {
		number, _ := strconv.Atoi(row[0])
		weight, _ := strconv.Atoi(row[2])
		entries = append(entries, Entry{number, row[1], weight})
	}
	return entries, nil
}
