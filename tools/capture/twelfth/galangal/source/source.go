// Package source has the tables as files.
package source

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
)

// Columns are in each table.
const Columns = 5

// Rows are in each column.
const Rows = 4000

// Make writes n tables to a folder of its own and returns their paths.
func Make(n int) ([]string, error) {
	folder, err := os.MkdirTemp("", "lake")
	if err != nil {
		return nil, err
	}
	paths := make([]string, n)
	for i := range paths {
		paths[i] = filepath.Join(folder, fmt.Sprintf("part-%04d.cols", i))
		if err := write(paths[i], i); err != nil {
			return nil, err
		}
	}
	return paths, nil
}

func write(path string, seed int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	for i := 0; i < Columns*Rows; i++ {
		if err := binary.Write(out, binary.LittleEndian, uint64(i*seed)); err != nil {
			f.Close()
			return err
		}
	}
	if err := out.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
